package dev.portico.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.portico.application.shared.Unavailable;
import dev.portico.domain.access.AttemptRule;
import dev.portico.domain.access.Client;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.SignInName;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often passwords can be guessed, at all doors together. */
class LoginThrottleTest {

  private static final AttemptRule RULE = AttemptRule.DEFAULT;
  private static final SignIn.Outcome WRONG = new SignIn.Outcome.WrongCredentials();
  private static final SignIn.Outcome HELD = new SignIn.Outcome.Throttled(RULE.window());

  private final AccountWorld world = new AccountWorld();

  private SignIn.Outcome guess(String name, String password, String address) {
    return world
        .hexagon
        .signIn()
        .handle(
            new SignIn.Command(
                SignInName.of(name), Password.parse(password).orThrow(), new Client(address, "")));
  }

  private void useUpAllGuesses(String name) {
    for (int i = 0; i < RULE.perAccount(); i++) {
      assertThat(guess(name, "wrong horse", "198.51.100." + i)).isEqualTo(WRONG);
    }
  }

  // TH-4
  @Test
  void holdsAnAccountGuessedAtFromManyAddresses() {
    useUpAllGuesses("alice");

    assertThat(guess("alice", "correct horse", "198.51.100.99")).isEqualTo(HELD);
    assertThat(guess("alice@example.com", "correct horse", "203.0.113.1")).isEqualTo(HELD);
    assertThat(world.fakes.auditLog.kinds()).contains(AuditKind.SIGN_IN_THROTTLED);
  }

  // TH-4
  @Test
  void holdsAnAddressThatGuessesAtManyAccounts() {
    for (int i = 0; i < RULE.perAddress(); i++) {
      assertThat(guess("nobody" + i, "correct horse", "198.51.100.1")).isEqualTo(WRONG);
    }

    assertThat(guess("alice", "correct horse", "198.51.100.1")).isEqualTo(HELD);
    assertThat(guess("alice", "correct horse", "198.51.100.2"))
        .isInstanceOf(SignIn.Outcome.SignedIn.class);
  }

  // TH-8
  @Test
  void letsTheOwnerInAgainOnceTheWindowHasEnded() {
    useUpAllGuesses("alice");
    world.fakes.time.advance(RULE.window().minusNanos(1_000));
    assertThat(guess("alice", "correct horse", "198.51.100.1"))
        .isEqualTo(new SignIn.Outcome.Throttled(Duration.ofNanos(1_000)));

    world.fakes.time.advance(Duration.ofNanos(1_000));

    assertThat(guess("alice", "correct horse", "198.51.100.1"))
        .isInstanceOf(SignIn.Outcome.SignedIn.class);
  }

  // TH-8
  @Test
  void letsTheOwnerInFromHomeWhileStrangersGuess() {
    var _ = world.signIn();
    useUpAllGuesses("alice");

    assertThat(guess("alice", "correct horse", "203.0.113.1")).isEqualTo(HELD);
    assertThat(guess("alice", "correct horse", AccountWorld.HOME))
        .isInstanceOf(SignIn.Outcome.SignedIn.class);
  }

  // TH-5
  @Test
  void looksAtNoPasswordThatIsHeld() {
    var looks = new AtomicInteger();
    world.fakes.passwordHasher.meanwhile(looks::incrementAndGet);

    IntStream.range(0, 50)
        .parallel()
        .forEach(_ -> {
          var _ = guess("alice", "wrong horse", "198.51.100.1");
        });

    assertThat(looks).hasValue(RULE.perAccount());
  }

  /** Whoever found the service too busy has not guessed. */
  @Test
  void countsNobodyWhoWasTurnedAwayUnheard() {
    world.fakes.passwordHasher.meanwhile(() -> {
      throw new Unavailable("busy");
    });
    for (int i = 0; i < 2 * RULE.perAccount(); i++) {
      assertThat(catchThrowable(() -> guess("alice", "correct horse", "198.51.100.1")))
          .isInstanceOf(Unavailable.class);
    }
    world.fakes.passwordHasher.meanwhile(() -> {});

    assertThat(guess("alice", "correct horse", "198.51.100.1"))
        .isInstanceOf(SignIn.Outcome.SignedIn.class);
  }

  // TH-4, EM-3
  @Test
  void holdsAnAddressThatAsksForManyMails() {
    for (int i = 0; i < RULE.perAddress(); i++) {
      assertThat(forgot(i, "198.51.100.1")).isEqualTo(new RequestPasswordReset.Outcome.Requested());
    }

    assertThat(forgot(0, "198.51.100.1"))
        .isEqualTo(new RequestPasswordReset.Outcome.Throttled(RULE.window()));
    assertThat(forgot(0, "198.51.100.2")).isEqualTo(new RequestPasswordReset.Outcome.Requested());
    assertThat(world.fakes.taskQueue.waiting(1_000)).hasSize(RULE.perAddress() + 1);
    // They are guesses of the same client.
    assertThat(guess("alice", "correct horse", "198.51.100.1")).isEqualTo(HELD);
  }

  private RequestPasswordReset.Outcome forgot(int number, String address) {
    var email = AccountWorld.email("somebody" + number + "@example.com");
    return world
        .hexagon
        .requestPasswordReset()
        .handle(new RequestPasswordReset.Command(email, address));
  }

  @Test
  void forgetsWhatDoesNotCountAnyMore() {
    useUpAllGuesses("alice");
    var forget = world.hexagon.forgetLoginAttempts();
    assertThat(forget.handle(new ForgetLoginAttempts.Command()))
        .isEqualTo(new ForgetLoginAttempts.Outcome.Forgotten(0, false));

    world.fakes.time.advance(RULE.window());

    // The account, and each of the addresses.
    assertThat(forget.handle(new ForgetLoginAttempts.Command()))
        .isEqualTo(new ForgetLoginAttempts.Outcome.Forgotten(RULE.perAccount() + 1, false));
  }
}
