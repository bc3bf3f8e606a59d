package dev.portico.application;

import dev.portico.application.access.AuthenticateCaller;
import dev.portico.application.access.SignIn;
import dev.portico.application.counters.IncrementCounter;
import dev.portico.application.counters.ViewCounter;
import dev.portico.application.events.ListEvents;
import dev.portico.application.events.RecordEvent;
import dev.portico.application.events.ViewEvent;
import dev.portico.application.items.CreateItem;
import dev.portico.application.items.ListItems;
import dev.portico.application.items.ViewItem;
import dev.portico.application.reports.ViewActivityReport;
import dev.portico.application.shared.CheckReadiness;
import dev.portico.application.shared.RunOnce;
import dev.portico.application.users.ChoosePassword;
import dev.portico.application.users.ListUsers;
import dev.portico.application.users.RegisterUser;
import dev.portico.application.users.SecurePassword;
import dev.portico.application.users.ViewUser;

/** Every use case there is. Production and tests build it with the same line. */
public record Hexagon(
    CheckReadiness checkReadiness,
    RunOnce runOnce,
    ChoosePassword choosePassword,
    SecurePassword securePassword,
    RegisterUser registerUser,
    ViewUser viewUser,
    ListUsers listUsers,
    SignIn signIn,
    AuthenticateCaller authenticateCaller,
    RecordEvent recordEvent,
    ViewEvent viewEvent,
    ListEvents listEvents,
    IncrementCounter incrementCounter,
    ViewCounter viewCounter,
    CreateItem createItem,
    ViewItem viewItem,
    ListItems listItems,
    ViewActivityReport viewActivityReport) {

  /** The hexagon over these ports. */
  public static Hexagon over(Ports p) {
    return new Hexagon(
        new CheckReadiness(p.storageProbe()),
        new RunOnce(p.idempotencyKeys(), p.transactions(), p.time()),
        new ChoosePassword(p.passwordRule(), p.weakPasswords()),
        new SecurePassword(p.passwordHasher()),
        new RegisterUser(p.users(), p.ids(), p.time()),
        new ViewUser(p.users()),
        new ListUsers(p.users()),
        new SignIn(p.users(), p.passwordHasher(), p.accessTokens()),
        new AuthenticateCaller(p.accessTokens(), p.users()),
        new RecordEvent(p.events(), p.ids(), p.time()),
        new ViewEvent(p.events()),
        new ListEvents(p.events()),
        new IncrementCounter(p.counters()),
        new ViewCounter(p.counters()),
        new CreateItem(p.items(), p.ids(), p.time()),
        new ViewItem(p.items()),
        new ListItems(p.items()),
        new ViewActivityReport(p.reportSource(), p.cache(), p.coalescer(), p.time()));
  }
}
