package dev.portico.application.users;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.access.SignIn;
import dev.portico.application.users.ImportUsers.Candidate;
import dev.portico.application.users.ImportUsers.Outcome;
import dev.portico.application.users.ImportUsers.Result;
import dev.portico.application.users.port.Users.Credentials;
import dev.portico.domain.access.Client;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.shared.TaskLane;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportUsersTest {

  private static final Password PASSWORD = Password.parse("correct horse").orThrow();

  private final Fakes fakes = new Fakes();
  private final PasswordHash old = fakes.passwordHasher.outdatedHash(PASSWORD);

  private Candidate candidate(User user) {
    return new Candidate(
        Optional.of(user.id()),
        user.username(),
        user.email(),
        user.emailVerified(),
        user.fullName(),
        user.active(),
        user.roles(),
        Optional.of(user.createdAt()),
        old);
  }

  private List<Result> results(Candidate... candidates) {
    var command = new ImportUsers.Command(List.of(candidates));
    return switch (fakes.hexagon().importUsers().handle(command)) {
      case Outcome.Imported(var results) -> results;
    };
  }

  @Test
  void keepsEverythingAsItWas() {
    var user = aUser().withFullName("Алиса 🦊").verified().admin().inactive().build();

    assertThat(results(candidate(user))).containsExactly(Result.ADDED);
    assertThat(fakes.users.find(user.id())).contains(user);
  }

  @Test
  void givesAnIdAndATimeWhereThereIsNone() {
    var user = aUser().named("alice").build();
    var bare =
        new Candidate(
            Optional.empty(),
            user.username(),
            user.email(),
            false,
            Optional.empty(),
            true,
            user.roles(),
            Optional.empty(),
            old);

    assertThat(results(bare)).containsExactly(Result.ADDED);
    var added = fakes.users.credentialsOf(SignInName.of("alice")).orElseThrow().user();
    assertThat(added.id().value().version()).isEqualTo(7);
    assertThat(added.createdAt()).isEqualTo(fakes.time.instant());
  }

  @Test
  void owesNobodyAMail() {
    assertThat(results(candidate(aUser().build()))).containsExactly(Result.ADDED);

    assertThat(fakes.taskQueue.takeDue(TaskLane.MAIL, fakes.time.instant(), Duration.ofMinutes(1)))
        .isEmpty();
  }

  @Test
  void tellsOfEachWhatCameOfIt() {
    var held = aUser().named("alice").build();
    assertThat(results(candidate(held))).containsExactly(Result.ADDED);
    var garbled = candidate(aUser().build());
    var withGarbage =
        new Candidate(
            garbled.id(),
            garbled.username(),
            garbled.email(),
            false,
            Optional.empty(),
            true,
            garbled.roles(),
            Optional.empty(),
            new PasswordHash("garbage"));

    assertThat(
            results(
                withGarbage,
                candidate(aUser().withUsername("ALICE").build()),
                candidate(aUser().withEmail("alice@EXAMPLE.com").build()),
                candidate(aUser().withId(held.id().value()).build()),
                candidate(held),
                candidate(aUser().build())))
        .containsExactly(
            Result.HASH_UNREADABLE,
            Result.USERNAME_HELD,
            Result.EMAIL_HELD,
            Result.ID_HELD,
            Result.ALREADY_THERE,
            Result.ADDED);
  }

  @Test
  void changesNobodyWhoIsThereAlready() {
    var user = aUser().named("alice").build();
    assertThat(results(candidate(user))).containsExactly(Result.ADDED);
    var renewed = fakes.passwordHasher.hash(PASSWORD);
    fakes.users.replaceHash(user.id(), old, renewed);

    assertThat(results(candidate(user))).containsExactly(Result.ALREADY_THERE);
    assertThat(fakes.users.credentialsOf(SignInName.of("alice")))
        .contains(new Credentials(user, renewed));
  }

  // PW-7
  @Test
  void letsThemSignInAsBeforeAndRenewsTheHash() {
    assertThat(results(candidate(aUser().named("alice").build()))).containsExactly(Result.ADDED);

    var outcome =
        fakes
            .hexagon()
            .signIn()
            .handle(
                new SignIn.Command(
                    SignInName.of("alice"), PASSWORD, new Client("192.0.2.1", "curl/8")));

    assertThat(outcome).isInstanceOf(SignIn.Outcome.SignedIn.class);
    assertThat(fakes.users.credentialsOf(SignInName.of("alice")).orElseThrow().hash())
        .isNotEqualTo(old);
  }

  @Test
  void comesOutOfAnExportAsItWentIn() {
    var users = List.of(aUser().build(), aUser().inactive().build(), aUser().admin().build());
    assertThat(results(users.stream().map(this::candidate).toArray(Candidate[]::new)))
        .containsOnly(Result.ADDED);

    var page = new PageRequest<UserId>(100, Optional.empty());
    var outcome = fakes.hexagon().exportUsers().handle(new ExportUsers.Command(page));

    assertThat(
            switch (outcome) {
              case ExportUsers.Outcome.Exported(var exported) -> exported.items();
            })
        .containsExactlyElementsOf(users.stream().map(user -> new Credentials(user, old)).toList());
  }
}
