package dev.portico.application.access;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.access.ChangeProfile.Outcome;
import dev.portico.application.notifications.SendAddressChangeMail;
import dev.portico.domain.access.AddressChange;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.notifications.Mail;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.FullName;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangeProfileTest {

  private static final EmailAddress WANTED = AccountWorld.email("new@example.com");
  private static final FullName NAME = FullName.parse("Alice Liddell").orThrow();

  private final AccountWorld world = new AccountWorld();

  private Outcome change(
      UserId user,
      Optional<Optional<FullName>> name,
      Optional<EmailAddress> email,
      Optional<Password> password) {
    return world
        .hexagon
        .changeProfile()
        .handle(new ChangeProfile.Command(user, name, email, password, AccountWorld.HOME));
  }

  private Outcome rename(UserId user, Optional<FullName> name) {
    return change(user, Optional.of(name), Optional.empty(), Optional.empty());
  }

  private Outcome move(EmailAddress email) {
    return change(
        world.alice.id(), Optional.empty(), Optional.of(email), Optional.of(AccountWorld.PASSWORD));
  }

  @Test
  void changesTheFullNameAndTakesItAway() {
    assertThat(rename(world.alice.id(), Optional.of(NAME)))
        .isEqualTo(new Outcome.Changed(world.now()));
    assertThat(world.now().fullName()).contains(NAME);
    assertThat(world.fakes.standings.forgotten()).containsExactly(world.alice.id());

    assertThat(rename(world.alice.id(), Optional.empty()))
        .isEqualTo(new Outcome.Changed(world.now()));
    assertThat(world.now().fullName()).isEmpty();
  }

  @Test
  void knowsNobodyWhoIsGoneOrDeactivated() {
    var sleeper = world.added(aUser().named("sleeper").inactive().build());

    assertThat(rename(new UserId(new UUID(9, 9)), Optional.of(NAME))).isEqualTo(new Outcome.Gone());
    assertThat(rename(sleeper.id(), Optional.of(NAME))).isEqualTo(new Outcome.Gone());
    assertThat(world.fakes.users.find(sleeper.id()).flatMap(User::fullName)).isEmpty();
  }

  // AZ-5
  @Test
  void wantsThePasswordForAnotherAddress() {
    var without = change(world.alice.id(), Optional.empty(), Optional.of(WANTED), Optional.empty());
    var wrong =
        change(
            world.alice.id(),
            Optional.of(Optional.of(NAME)),
            Optional.of(WANTED),
            Optional.of(AccountWorld.password("wrong horse")));

    assertThat(without).isEqualTo(new Outcome.PasswordNeeded());
    assertThat(wrong).isEqualTo(new Outcome.WrongPassword());
    assertThat(world.mails()).isEmpty();
    assertThat(world.now()).isEqualTo(world.alice);
    assertThat(world.fakes.auditLog.kinds()).containsExactly(AuditKind.SIGN_IN_FAILED);
  }

  @Test
  void wantsNoPasswordForTheAddressThatItIs() {
    var outcome =
        change(
            world.alice.id(),
            Optional.of(Optional.of(NAME)),
            Optional.of(world.alice.email()),
            Optional.empty());

    assertThat(outcome).isEqualTo(new Outcome.Changed(world.now()));
    assertThat(world.mails()).isEmpty();
  }

  @Test
  void movesOnceTheNewAddressIsShownToBeTheirs() {
    assertThat(move(WANTED)).isEqualTo(new Outcome.Changed(world.alice));
    var asked = world.mails();
    assertThat(asked).extracting(Mail::to).containsExactly(WANTED);
    assertThat(world.now().email()).isEqualTo(world.alice.email());

    assertThat(world.verify(AccountWorld.codeIn(asked.getFirst())))
        .isInstanceOf(VerifyEmail.Outcome.Verified.class);

    assertThat(world.now().email()).isEqualTo(WANTED);
    assertThat(world.now().emailVerified()).isTrue();
    assertThat(world.mails()).extracting(Mail::to).containsExactly(world.alice.email());
    assertThat(world.fakes.auditLog.kinds()).contains(AuditKind.EMAIL_CHANGED);
    assertThat(world.fakes.standings.forgotten())
        .containsExactly(world.alice.id(), world.alice.id());
  }

  // TH-3
  @Test
  void answersTheSameForAnAddressThatSomebodyHas() {
    var bob = world.added(aUser().named("bob").build());

    assertThat(move(bob.email())).isEqualTo(new Outcome.Changed(world.alice));

    assertThat(world.mails()).isEmpty();
  }

  @Test
  void refusesAnAddressThatWasTakenMeanwhile() {
    assertThat(move(WANTED)).isEqualTo(new Outcome.Changed(world.alice));
    var code = AccountWorld.codeIn(world.mails().getFirst());
    var _ = world.added(aUser().named("bob").withEmail(WANTED.text()).build());

    assertThat(world.verify(code)).isEqualTo(new VerifyEmail.Outcome.Refused());

    assertThat(world.now().email()).isEqualTo(world.alice.email());
    assertThat(world.mails()).isEmpty();
  }

  /** Only how it is spelled changes, and it is written to as it is spelled. */
  @Test
  void takesTheSameAddressInAnotherSpelling() {
    var spelled = AccountWorld.email("Alice@example.com");

    assertThat(move(spelled)).isEqualTo(new Outcome.Changed(world.alice));

    assertThat(world.mails()).extracting(Mail::to).containsExactly(spelled);
  }

  @Test
  void writesNothingToWhoWasDeactivatedMeanwhile() {
    var sleeper = world.added(aUser().named("sleeper").inactive().build());
    var change = new AddressChange(sleeper.id(), WANTED);

    var outcome =
        world
            .hexagon
            .sendAddressChangeMail()
            .handle(new SendAddressChangeMail.Command(new UUID(1, 1), change));

    assertThat(outcome).isEqualTo(new SendAddressChangeMail.Outcome.NobodyToWrite());
  }
}
