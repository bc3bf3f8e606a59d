package dev.portico.application.access.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.access.port.LoginAttempts.Admission;
import dev.portico.application.access.port.LoginAttempts.Admission.Admitted;
import dev.portico.application.access.port.LoginAttempts.Admission.Held;
import dev.portico.domain.access.AttemptRule;
import dev.portico.domain.access.LoginAttempt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What every memory of guesses at passwords promises. Fresh and empty for each test. */
public abstract class LoginAttemptsContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00.123456Z");
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final Instant END = NOON.plus(WINDOW);
  private static final AttemptRule RULE = new AttemptRule(3, 6, WINDOW);
  private static final Duration MICROSECOND = Duration.ofNanos(1_000);

  protected abstract LoginAttempts attempts();

  private static LoginAttempt attempt(String account, String address, Instant at) {
    return new LoginAttempt(account, address, at, RULE);
  }

  private Admission guess(String account, String address, Instant at) {
    return attempts().admit(attempt(account, address, at));
  }

  private Admitted admitted(String account, String address, Instant at) {
    var admission = guess(account, address, at);
    assertThat(admission).isInstanceOf(Admitted.class);
    return (Admitted) admission;
  }

  private void guesses(int times, String account, String address) {
    for (int i = 0; i < times; i++) {
      var _ = admitted(account, address, NOON);
    }
  }

  private void signIn(String account, String address, Instant at) {
    attempts().succeeded(admitted(account, address, at));
  }

  @Test
  void admitWithWhatWasAsked() {
    assertThat(guess("alice", "a", NOON))
        .isEqualTo(new Admitted(attempt("alice", "a", NOON), false));
  }

  @Test
  void holdOneTooManyForAnAccount() {
    for (int i = 0; i < 3; i++) {
      var _ = admitted("alice", "a" + i, NOON.plusSeconds(i));
    }

    assertThat(guess("alice", "a9", NOON.plusSeconds(9)))
        .isEqualTo(new Held(WINDOW.minusSeconds(9)));
    assertThat(guess("bob", "a9", NOON.plusSeconds(9))).isInstanceOf(Admitted.class);
  }

  @Test
  void holdOneTooManyForAnAddress() {
    for (int i = 0; i < 6; i++) {
      var _ = admitted("user" + i, "a", NOON.plusSeconds(i));
    }

    assertThat(guess("user9", "a", NOON.plusSeconds(9)))
        .isEqualTo(new Held(WINDOW.minusSeconds(9)));
    assertThat(guess("user9", "b", NOON.plusSeconds(9))).isInstanceOf(Admitted.class);
  }

  @Test
  void nameTheLaterTimeWhereBothAreHeld() {
    guesses(3, "alice", "a");
    for (int i = 0; i < 6; i++) {
      var _ = admitted("user" + i, "b", NOON.plusSeconds(5));
    }

    assertThat(guess("alice", "b", NOON.plusSeconds(9)))
        .isEqualTo(new Held(WINDOW.minusSeconds(4)));
  }

  @Test
  void countNoneThatWasHeld() {
    guesses(3, "alice", "a");
    for (int i = 0; i < 10; i++) {
      assertThat(guess("alice", "a", NOON)).isInstanceOf(Held.class);
      assertThat(guess("alice", "b", NOON)).isInstanceOf(Held.class);
    }

    guesses(3, "bob", "a");
    guesses(3, "carol", "b");
  }

  @Test
  void admitAgainOnceTheWindowHasEnded() {
    guesses(3, "alice", "a");
    for (int i = 0; i < 5; i++) {
      assertThat(guess("alice", "a", END.minus(MICROSECOND))).isEqualTo(new Held(MICROSECOND));
    }

    for (int i = 0; i < 3; i++) {
      var _ = admitted("alice", "a", END);
    }
    assertThat(guess("alice", "a", END)).isEqualTo(new Held(WINDOW));
  }

  @Test
  void forgetAnAccountsGuessesAfterTheRightOne() {
    guesses(2, "alice", "a");

    signIn("alice", "b", NOON);

    guesses(3, "alice", "c");
    assertThat(guess("alice", "c", NOON)).isInstanceOf(Held.class);
  }

  @Test
  void takeNothingButTheRightGuessOffAnAddress() {
    guesses(3, "alice", "a");
    guesses(2, "bob", "a");

    for (int i = 0; i < 10; i++) {
      signIn("mallory", "a", NOON);
    }

    guesses(1, "carol", "a");
    assertThat(guess("dave", "a", NOON)).isEqualTo(new Held(WINDOW));
  }

  @Test
  void takeARightGuessOffItsOwnWindowOnly() {
    var slow = admitted("mallory", "a", END.minus(MICROSECOND));
    for (int i = 0; i < 6; i++) {
      var _ = admitted("user" + i, "a", slow.attempt().windowEnd());
    }

    attempts().succeeded(slow);

    assertThat(guess("user9", "a", slow.attempt().windowEnd())).isInstanceOf(Held.class);
  }

  // TH-8
  @Test
  void countAFamiliarAddressApartFromStrangers() {
    signIn("alice", "home", NOON);
    guesses(3, "alice", "stranger");
    assertThat(guess("alice", "elsewhere", NOON)).isInstanceOf(Held.class);

    for (int i = 0; i < 3; i++) {
      assertThat(guess("alice", "home", NOON))
          .isEqualTo(new Admitted(attempt("alice", "home", NOON), true));
    }

    assertThat(guess("alice", "home", NOON)).isEqualTo(new Held(WINDOW));
    assertThat(guess("bob", "home", NOON))
        .isEqualTo(new Admitted(attempt("bob", "home", NOON), false));
  }

  // TH-8
  @Test
  void giveStrangersNoMoreAfterASignInFromHome() {
    signIn("alice", "home", NOON);
    guesses(3, "alice", "stranger");

    guesses(2, "alice", "home");
    signIn("alice", "home", NOON);

    assertThat(guess("alice", "stranger", NOON)).isInstanceOf(Held.class);
    guesses(3, "alice", "home");
  }

  @Test
  void keepAnAddressFamiliarForThirtyDays() {
    signIn("alice", "home", NOON);
    var later = NOON.plus(LoginAttempt.FAMILIAR_FOR);

    assertThat(admitted("alice", "home", later.minus(MICROSECOND)).familiar()).isTrue();
    assertThat(admitted("alice", "home", later).familiar()).isFalse();
  }

  @Test
  void keepAnAddressFamiliarThatIsUsedAgain() {
    signIn("alice", "home", NOON);
    signIn("alice", "home", NOON.plusSeconds(1));

    assertThat(admitted("alice", "home", NOON.plus(LoginAttempt.FAMILIAR_FOR)).familiar()).isTrue();
  }

  @Test
  void keepTheAddressesUsedLastFamiliar() {
    for (int i = 0; i <= LoginAttempts.MOST_FAMILIAR; i++) {
      signIn("alice", "a" + i, NOON.plusSeconds(i));
      signIn("bob", "b" + i, NOON.plusSeconds(i));
    }

    assertThat(admitted("alice", "a0", NOON.plusSeconds(60)).familiar()).isFalse();
    assertThat(admitted("alice", "a1", NOON.plusSeconds(60)).familiar()).isTrue();
    assertThat(admitted("bob", "b10", NOON.plusSeconds(60)).familiar()).isTrue();
  }

  @Test
  void takeOffWhatIsWithdrawn() {
    for (int i = 0; i < 20; i++) {
      attempts().withdraw(admitted("alice", "a", NOON));
    }
    guesses(3, "alice", "a");
    guesses(3, "bob", "a");

    assertThat(guess("alice", "b", NOON)).isInstanceOf(Held.class);
    assertThat(guess("carol", "a", NOON)).isInstanceOf(Held.class);
  }

  @Test
  void beginAWindowAnewWhereAllWasWithdrawn() {
    attempts().withdraw(admitted("alice", "a", NOON));
    for (int i = 0; i < 3; i++) {
      var _ = admitted("alice", "a", NOON.plusSeconds(9));
    }

    assertThat(guess("alice", "a", NOON.plusSeconds(9))).isEqualTo(new Held(WINDOW));
  }

  @Test
  void takeWhatIsWithdrawnOffItsOwnWindowOnly() {
    var slow = admitted("alice", "a", NOON);
    for (int i = 0; i < 3; i++) {
      var _ = admitted("alice", "a", END);
    }

    attempts().withdraw(slow);

    assertThat(guess("alice", "a", END)).isInstanceOf(Held.class);
  }

  @Test
  void tellWhatReadsAlikeApart() {
    guesses(3, "alice", "bob");

    guesses(3, "bob", "alice");
    guesses(3, "alic", "ebob");
  }

  @Test
  void forgetWhatDoesNotCountAnyMore() {
    signIn("alice", "home", NOON);
    for (int i = 0; i < 5; i++) {
      var _ = admitted("user" + i, "a", NOON.plusSeconds(1));
    }
    var _ = admitted("late", "b", NOON.plusSeconds(2));

    // Five accounts, one address, and the address that alice signed in from.
    assertThat(attempts().purge(NOON.plus(WINDOW).plusSeconds(1), 4)).isEqualTo(4);
    assertThat(attempts().purge(NOON.plus(WINDOW).plusSeconds(1), 4)).isEqualTo(3);
    assertThat(attempts().purge(NOON.plus(WINDOW).plusSeconds(1), 4)).isZero();
    assertThat(attempts().purge(NOON.plus(WINDOW).plusSeconds(2), 4)).isEqualTo(2);
    assertThat(attempts().purge(NOON.plus(LoginAttempt.FAMILIAR_FOR).minus(MICROSECOND), 4))
        .isZero();
    assertThat(attempts().purge(NOON.plus(LoginAttempt.FAMILIAR_FOR), 4)).isEqualTo(1);
  }

  @Test
  void keepWhatCountsWhenTheyForget() {
    signIn("alice", "home", NOON);
    guesses(3, "alice", "a");

    assertThat(attempts().purge(END.minus(MICROSECOND), 100)).isZero();

    assertThat(guess("alice", "a", END.minus(MICROSECOND))).isInstanceOf(Held.class);
    assertThat(admitted("alice", "home", NOON).familiar()).isTrue();
  }

  private static <T> List<T> atOnce(int threads, IntFunction<T> work) throws Exception {
    var results = new ArrayList<T>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<T>>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        running.add(executor.submit(() -> work.apply(number)));
      }
      for (var result : running) {
        results.add(result.get());
      }
    }
    return results;
  }

  // TH-5
  @Test
  void admitNoMoreWhenAskedAtOnce() throws Exception {
    var admissions = atOnce(50, i -> guess("alice", "a" + i, NOON));

    assertThat(admissions).filteredOn(Admitted.class::isInstance).hasSize(3);
    assertThat(admissions).filteredOn(new Held(WINDOW)::equals).hasSize(47);
  }

  // TH-5
  @Test
  void admitAnAddressNoMoreWhenAskedAtOnce() throws Exception {
    var admissions = atOnce(50, i -> guess("user" + i, "a", NOON));

    assertThat(admissions).filteredOn(Admitted.class::isInstance).hasSize(6);
    assertThat(admissions).filteredOn(new Held(WINDOW)::equals).hasSize(44);
  }

  @Test
  void countNoneThatWasHeldWhenAskedAtOnce() throws Exception {
    var admissions = atOnce(50, _ -> guess("alice", "a", NOON));

    assertThat(admissions).filteredOn(Admitted.class::isInstance).hasSize(3);
    guesses(3, "bob", "a");
    assertThat(guess("carol", "a", NOON)).isInstanceOf(Held.class);
  }

  @Test
  void signInFromManyAddressesAtOnce() throws Exception {
    var rounds =
        atOnce(
            50,
            i -> {
              for (int round = 0; round < 3; round++) {
                if (guess("alice", "a" + i % 25, NOON.plusSeconds(round))
                    instanceof Admitted right) {
                  attempts().succeeded(right);
                }
              }
              return i;
            });

    assertThat(rounds).hasSize(50);
  }
}
