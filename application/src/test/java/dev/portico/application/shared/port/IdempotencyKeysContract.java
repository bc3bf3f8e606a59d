package dev.portico.application.shared.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.shared.Answer;
import dev.portico.application.shared.IdempotencyKey;
import dev.portico.application.shared.port.IdempotencyKeys.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every memory of repeated requests promises. */
public abstract class IdempotencyKeysContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");
  private static final Instant LATER = NOON.plus(Duration.ofHours(24));
  private static final Answer ANSWER = new Answer(201, Optional.of("/users/1"), "{\"é\": 1}");

  private final IdempotencyKey key = new IdempotencyKey("anonymous", "POST /users/", "k");

  protected abstract IdempotencyKeys keys();

  protected abstract Transactions transactions();

  private Claim claim(IdempotencyKey wanted, Instant now) {
    return keys().claim(wanted, "print", now, now.plus(Duration.ofHours(24)));
  }

  private Claim claimAlone(IdempotencyKey wanted, Instant now) {
    return transactions().inTransaction(() -> claim(wanted, now));
  }

  private void carryOut(IdempotencyKey wanted, Instant now) {
    transactions()
        .inTransaction(() -> {
          assertThat(claim(wanted, now)).isEqualTo(new Claim.Granted());
          keys().settle(wanted, ANSWER);
          return true;
        });
  }

  @Test
  void grantAFreeKey() {
    assertThat(claimAlone(key, NOON)).isEqualTo(new Claim.Granted());
  }

  @Test
  void giveTheAnswerOfASettledKey() {
    carryOut(key, NOON);

    assertThat(claimAlone(key, NOON)).isEqualTo(new Claim.Settled("print", ANSWER));
  }

  @Test
  void keepAnAnswerWithoutALocation() {
    var answer = new Answer(204, Optional.empty(), "");
    transactions()
        .inTransaction(() -> {
          assertThat(claim(key, NOON)).isEqualTo(new Claim.Granted());
          keys().settle(key, answer);
          return true;
        });

    assertThat(claimAlone(key, NOON)).isEqualTo(new Claim.Settled("print", answer));
  }

  @Test
  void keepApartCallersOperationsAndKeys() {
    carryOut(key, NOON);

    assertThat(claimAlone(new IdempotencyKey("someone", "POST /users/", "k"), NOON))
        .isEqualTo(new Claim.Granted());
    assertThat(claimAlone(new IdempotencyKey("anonymous", "POST /items/", "k"), NOON))
        .isEqualTo(new Claim.Granted());
    assertThat(claimAlone(new IdempotencyKey("anonymous", "POST /users/", "K"), NOON))
        .isEqualTo(new Claim.Granted());
  }

  @Test
  void freeAKeyThatWasNotSettled() {
    assertThat(claimAlone(key, NOON)).isEqualTo(new Claim.Granted());

    assertThat(claimAlone(key, NOON)).isEqualTo(new Claim.Granted());
  }

  @Test
  void forgetAKeyWhenTheTransactionFails() {
    assertThatThrownBy(() ->
            transactions()
                .inTransaction(() -> {
                  carryOut(key, NOON);
                  throw new IllegalStateException("on purpose");
                }))
        .hasMessage("on purpose");

    assertThat(claimAlone(key, NOON)).isEqualTo(new Claim.Granted());
  }

  @Test
  void holdAnAnswerUntilItExpires() {
    carryOut(key, NOON);

    assertThat(claimAlone(key, LATER.minusMillis(1))).isInstanceOf(Claim.Settled.class);
    assertThat(claimAlone(key, LATER)).isEqualTo(new Claim.Granted());
  }

  @Test
  void settleAnExpiredKeyAnew() {
    carryOut(key, NOON);
    carryOut(key, LATER);

    assertThat(claimAlone(key, LATER.plusSeconds(1))).isInstanceOf(Claim.Settled.class);
  }

  @Test
  void refuseToSettleASettledKey() {
    carryOut(key, NOON);

    assertThatThrownBy(() ->
            transactions()
                .inTransaction(() -> {
                  keys().settle(key, ANSWER);
                  return true;
                }))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refuseToSettleWhatWasNotGranted() {
    assertThatThrownBy(() ->
            transactions()
                .inTransaction(() -> {
                  keys().settle(key, ANSWER);
                  return true;
                }))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void grantOneOfManyClaimsAtOnce() throws Exception {
    var effects = new AtomicInteger();
    var claims = new ArrayList<Claim>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<java.util.concurrent.Future<Claim>>();
      for (int i = 0; i < 8; i++) {
        running.add(threads.submit(() -> transactions().inTransaction(() -> runOnce(effects))));
      }
      for (var claim : running) {
        claims.add(claim.get());
      }
    }

    assertThat(effects).hasValue(1);
    assertThat(claims).filteredOn(new Claim.Granted()::equals).hasSize(1);
  }

  private Claim runOnce(AtomicInteger effects) {
    var claim = claim(key, NOON);
    if (claim instanceof Claim.Granted) {
      effects.incrementAndGet();
      keys().settle(key, ANSWER);
    }
    return claim;
  }
}
