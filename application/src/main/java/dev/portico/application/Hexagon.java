package dev.portico.application;

import dev.portico.application.access.AuthenticateCaller;
import dev.portico.application.access.SignIn;
import dev.portico.application.feed.ViewExternalData;
import dev.portico.application.shared.CheckReadiness;
import dev.portico.application.shared.RunDueTask;
import dev.portico.application.shared.RunOnce;
import dev.portico.application.shared.TaskHandler;
import dev.portico.application.users.ChoosePassword;
import dev.portico.application.users.ListUsers;
import dev.portico.application.users.RegisterUser;
import dev.portico.application.users.SecurePassword;
import dev.portico.application.users.ViewUser;
import java.util.List;

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
    ViewExternalData viewExternalData,
    RunDueTask runDueTask) {

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
        new ViewExternalData(p.externalSource()),
        new RunDueTask(p.taskQueue(), p.time(), handlers()));
  }

  /** Who does the tasks, by their kinds. */
  private static List<TaskHandler> handlers() {
    return List.of();
  }
}
