package dev.portico.application.access.port;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.access.CodeGrant;
import dev.portico.domain.access.CodePurpose;
import dev.portico.domain.access.OneTimeCode;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of codes promises. A fresh, empty store for each test. */
public abstract class OneTimeCodesContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00.123456Z");
  private static final CodePurpose RESET = CodePurpose.RESET_PASSWORD;

  private final User alice = aUser().build();
  private final User bob = aUser().build();

  protected abstract OneTimeCodes codes();

  protected abstract Transactions transactions();

  /** Has a user known. */
  protected abstract void add(User user);

  @BeforeEach
  void addUsers() {
    add(alice);
    add(bob);
  }

  private static OneTimeCode code(int number) {
    byte[] secret = new byte[OneTimeCode.SECRET_BYTES];
    secret[0] = (byte) number;
    return new OneTimeCode(secret);
  }

  private static CodeGrant grant(User user) {
    return new CodeGrant(user.id(), EmailAddress.parse("sent@Example.com").orThrow());
  }

  private boolean issue(CodePurpose purpose, int number, User user, Instant now) {
    return codes().issue(purpose, code(number), grant(user), now);
  }

  private void issued(CodePurpose purpose, int number, User user, Instant now) {
    assertThat(issue(purpose, number, user, now)).isTrue();
  }

  private Optional<CodeGrant> consume(CodePurpose purpose, int number, Instant now) {
    return codes().consume(purpose, code(number), now);
  }

  @ParameterizedTest
  @EnumSource
  void provesWhatItWasMadeFor(CodePurpose purpose) {
    issued(purpose, 1, alice, NOON);

    assertThat(codes().find(purpose, code(1), NOON)).contains(grant(alice));
    assertThat(consume(purpose, 1, NOON)).contains(grant(alice));
  }

  // EM-2, RF-8
  @Test
  void isUsedOnce() {
    issued(RESET, 1, alice, NOON);
    assertThat(consume(RESET, 1, NOON)).isPresent();

    assertThat(consume(RESET, 1, NOON)).isEmpty();
    assertThat(codes().find(RESET, code(1), NOON)).isEmpty();
  }

  // RF-8
  @Test
  void isGoodForItsPurposeOnly() {
    issued(CodePurpose.VERIFY_EMAIL, 1, alice, NOON);

    assertThat(consume(RESET, 1, NOON)).isEmpty();
    assertThat(consume(CodePurpose.CHANGE_EMAIL, 1, NOON)).isEmpty();
    assertThat(codes().find(RESET, code(1), NOON)).isEmpty();
    assertThat(consume(CodePurpose.VERIFY_EMAIL, 1, NOON)).isPresent();
  }

  // EM-2
  @Test
  void isGoodForItsLifetimeOnly() {
    issued(RESET, 1, alice, NOON);
    var end = NOON.plus(OneTimeCode.LIFETIME);

    assertThat(codes().find(RESET, code(1), end)).isEmpty();
    assertThat(consume(RESET, 1, end)).isEmpty();
    assertThat(consume(RESET, 1, end.minusMillis(1))).isPresent();
  }

  @Test
  void isNothingThatNobodyIssued() {
    issued(RESET, 1, alice, NOON);

    assertThat(consume(RESET, 2, NOON)).isEmpty();
    assertThat(consume(RESET, 1, NOON)).isPresent();
  }

  @Test
  void isReplacedByTheNextOfItsPurposeAndUser() {
    issued(RESET, 1, alice, NOON);
    issued(CodePurpose.VERIFY_EMAIL, 2, alice, NOON);
    issued(RESET, 3, bob, NOON);

    issued(RESET, 4, alice, NOON);

    assertThat(consume(RESET, 1, NOON)).isEmpty();
    assertThat(consume(CodePurpose.VERIFY_EMAIL, 2, NOON)).contains(grant(alice));
    assertThat(consume(RESET, 3, NOON)).contains(grant(bob));
    assertThat(consume(RESET, 4, NOON)).contains(grant(alice));
  }

  @Test
  void isMadeVoidByUserAndPurpose() {
    issued(RESET, 1, alice, NOON);
    issued(RESET, 2, bob, NOON);

    assertThat(codes().revoke(CodePurpose.VERIFY_EMAIL, alice.id())).isFalse();
    assertThat(codes().revoke(RESET, alice.id())).isTrue();
    assertThat(codes().revoke(RESET, alice.id())).isFalse();

    assertThat(consume(RESET, 1, NOON)).isEmpty();
    assertThat(consume(RESET, 2, NOON)).isPresent();
  }

  // EM-3
  @Test
  void isIssuedSoOftenInAnHourOnly() {
    IntStream.range(0, OneTimeCodes.MOST_PER_WINDOW)
        .forEach(i -> issued(RESET, i, alice, NOON.plusSeconds(i)));
    var late = NOON.plusSeconds(60);
    codes().revoke(RESET, alice.id());

    assertThat(issue(RESET, 10, alice, late)).isFalse();
    assertThat(consume(RESET, 10, late)).isEmpty();
    issued(CodePurpose.VERIFY_EMAIL, 11, alice, late);
    issued(RESET, 12, bob, late);
    issued(RESET, 13, alice, NOON.plus(OneTimeCodes.WINDOW));
    assertThat(issue(RESET, 14, alice, NOON.plus(OneTimeCodes.WINDOW))).isFalse();
  }

  @Test
  void leavesTheOneBeforeGoodWhereItIsOneTooMany() {
    IntStream.range(0, OneTimeCodes.MOST_PER_WINDOW).forEach(i -> issued(RESET, i, alice, NOON));

    assertThat(issue(RESET, 10, alice, NOON)).isFalse();

    assertThat(consume(RESET, OneTimeCodes.MOST_PER_WINDOW - 1, NOON)).isPresent();
  }

  @Test
  void isIssuedToNobodyWhoIsNotThere() {
    assertThat(issue(RESET, 1, aUser().build(), NOON)).isFalse();
    assertThat(consume(RESET, 1, NOON)).isEmpty();
  }

  @Test
  void isGoodAgainWhereItsUseWasUndone() {
    issued(RESET, 1, alice, NOON);

    assertThatThrownBy(() ->
            transactions()
                .inTransaction(() -> {
                  var _ = consume(RESET, 1, NOON);
                  throw new IllegalStateException("undone");
                }))
        .hasMessage("undone");

    assertThat(consume(RESET, 1, NOON)).isPresent();
  }

  // EM-2, RF-8
  @Test
  void isUsedByOneOfManyAtOnce() throws Exception {
    issued(RESET, 1, alice, NOON);

    int successes = atOnce(_ -> () -> consume(RESET, 1, NOON).isPresent());

    assertThat(successes).isEqualTo(1);
  }

  // EM-3
  @Test
  void isIssuedNoMoreOftenToManyAtOnce() throws Exception {
    assertThat(atOnce(i -> () -> issue(RESET, i, alice, NOON)))
        .isEqualTo(OneTimeCodes.MOST_PER_WINDOW);

    assertThat(IntStream.range(0, 20).filter(i -> consume(RESET, i, NOON).isPresent()).count())
        .isEqualTo(1);
  }

  private static int atOnce(IntFunction<Callable<Boolean>> act) throws Exception {
    var results = new ArrayList<Future<Boolean>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 20).forEach(i -> results.add(threads.submit(act.apply(i))));
    }
    int successes = 0;
    for (var result : results) {
      successes += result.get() ? 1 : 0;
    }
    return successes;
  }
}
