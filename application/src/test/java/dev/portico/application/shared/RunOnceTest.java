package dev.portico.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.Fakes;
import dev.portico.application.shared.RunOnce.Outcome;
import dev.portico.application.shared.port.IdempotencyKeys;
import dev.portico.application.shared.port.IdempotencyKeys.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RunOnceTest {

  private static final Answer CREATED = new Answer(201, Optional.of("/things/1"), "{}");
  private static final Answer OTHER = new Answer(201, Optional.empty(), "{}");

  private final Fakes fakes = new Fakes();
  private final RunOnce runOnce = fakes.hexagon().runOnce();
  private final IdempotencyKey key = new IdempotencyKey("alice", "POST /things/", "k");
  private final AtomicInteger runs = new AtomicInteger();

  private Outcome run(String fingerprint, Answer answer) {
    return runOnce.handle(
        new RunOnce.Command(
            key,
            new Fingerprint(fingerprint),
            () -> {
              runs.incrementAndGet();
              return answer;
            }));
  }

  @Test
  void runsTheEffectOnceAndRepeatsItsAnswer() {
    assertThat(run("a", CREATED)).isEqualTo(new Outcome.Answered(CREATED, false));
    assertThat(run("a", OTHER)).isEqualTo(new Outcome.Answered(CREATED, true));
    assertThat(runs).hasValue(1);
  }

  @Test
  void refusesAKeyForAnotherRequest() {
    assertThat(run("a", CREATED)).isInstanceOf(Outcome.Answered.class);

    assertThat(run("b", CREATED)).isEqualTo(new Outcome.KeyReused());
    assertThat(runs).hasValue(1);
  }

  @Test
  void knowsARequestAgainByAFormerSecret() {
    // SC-4
    assertThat(run("a", CREATED)).isInstanceOf(Outcome.Answered.class);
    var now = new Fingerprint("b", List.of("c", "a"));

    assertThat(runOnce.handle(new RunOnce.Command(key, now, () -> OTHER)))
        .isEqualTo(new Outcome.Answered(CREATED, true));
  }

  @Test
  void leavesTheKeyFreeWhenTheEffectFails() {
    assertThatThrownBy(() ->
            runOnce.handle(
                new RunOnce.Command(
                    key,
                    new Fingerprint("a"),
                    () -> {
                      throw new IllegalStateException("on purpose");
                    })))
        .hasMessage("on purpose");

    assertThat(run("b", CREATED)).isEqualTo(new Outcome.Answered(CREATED, false));
  }

  @Test
  void forgetsTheAnswerAfterADay() {
    assertThat(run("a", CREATED)).isInstanceOf(Outcome.Answered.class);
    fakes.time.advance(Duration.ofHours(24));

    assertThat(run("b", CREATED)).isEqualTo(new Outcome.Answered(CREATED, false));
  }

  @Test
  void reportsARequestThatIsStillRunning() {
    var held =
        new RunOnce(new BusyKeys(), fakes.transactions, fakes.time)
            .handle(new RunOnce.Command(key, new Fingerprint("a"), () -> CREATED));

    assertThat(held).isEqualTo(new Outcome.StillRunning());
  }

  /** Keys that somebody else always holds. */
  private static final class BusyKeys implements IdempotencyKeys {

    @Override
    public Claim claim(IdempotencyKey key, String fingerprint, Instant now, Instant expiresAt) {
      return new Claim.Busy();
    }

    @Override
    public void settle(IdempotencyKey key, Answer answer) {
      throw new AssertionError("not granted");
    }
  }
}
