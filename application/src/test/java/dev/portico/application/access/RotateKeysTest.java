package dev.portico.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.access.RotateKeys.Command;
import dev.portico.application.access.RotateKeys.Outcome;
import dev.portico.domain.access.KeyRing;
import dev.portico.domain.access.KeySchedule;
import dev.portico.domain.access.SigningKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** JW-12: the life of a signing key. */
class RotateKeysTest {

  private static final Duration TERM = KeySchedule.DEFAULT.signing();

  private final Fakes fakes = new Fakes();
  private final RotateKeys rotate = fakes.hexagon().rotateKeys();

  private List<String> ids() {
    return fakes.signingKeys.all().stream().map(SigningKey::id).toList();
  }

  private String signer() {
    return new KeyRing(fakes.signingKeys.all()).signer(fakes.time.instant()).orElseThrow().id();
  }

  @Test
  void makesTheFirstWhichSignsAtOnce() {
    assertThat(rotate.handle(new Command()))
        .isInstanceOfSatisfying(
            Outcome.Announced.class,
            it -> assertThat(it.key().term().signsFrom()).isEqualTo(fakes.time.instant()));

    assertThat(signer()).isEqualTo("key-1");
    assertThat(rotate.handle(new Command())).isEqualTo(new Outcome.NotDue());
  }

  @Test
  void announcesTheNextAndKeepsTheLast() {
    assertThat(rotate.handle(new Command())).isInstanceOf(Outcome.Announced.class);

    fakes.time.advance(TERM.minus(KeySchedule.NOTICE).minusSeconds(1));
    assertThat(rotate.handle(new Command())).isEqualTo(new Outcome.NotDue());
    fakes.time.advance(Duration.ofSeconds(1));
    assertThat(rotate.handle(new Command())).isInstanceOf(Outcome.Announced.class);
    assertThat(signer()).isEqualTo("key-1");
    assertThat(ids()).containsExactly("key-1", "key-2");

    fakes.time.advance(KeySchedule.NOTICE);
    assertThat(rotate.handle(new Command())).isEqualTo(new Outcome.NotDue());
    assertThat(signer()).isEqualTo("key-2");

    fakes.time.advance(RotateKeys.TOKENS_LAST.minusSeconds(1));
    assertThat(rotate.handle(new Command())).isEqualTo(new Outcome.NotDue());
    assertThat(ids()).containsExactly("key-1", "key-2");

    fakes.time.advance(Duration.ofSeconds(1));
    assertThat(rotate.handle(new Command())).isEqualTo(new Outcome.NotDue());
    assertThat(ids()).containsExactly("key-2");
  }

  @Test
  void givesNoticeThoughItComesLate() {
    assertThat(rotate.handle(new Command())).isInstanceOf(Outcome.Announced.class);
    fakes.time.advance(TERM.multipliedBy(5));

    assertThat(rotate.handle(new Command()))
        .isInstanceOfSatisfying(
            Outcome.Announced.class,
            it ->
                assertThat(it.key().term().signsFrom())
                    .isEqualTo(fakes.time.instant().plus(KeySchedule.NOTICE)));
  }

  @Test
  void announcesOneHoweverManyNodesFindItDue() throws Exception {
    assertThat(rotate.handle(new Command())).isInstanceOf(Outcome.Announced.class);
    fakes.time.advance(TERM);

    var outcomes = new ArrayList<Outcome>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Outcome>>();
      for (int i = 0; i < 8; i++) {
        running.add(threads.submit(() -> rotate.handle(new Command())));
      }
      for (var one : running) {
        outcomes.add(one.get());
      }
    }

    assertThat(outcomes).filteredOn(Outcome.Announced.class::isInstance).hasSize(1);
    assertThat(ids()).hasSize(2);
  }
}
