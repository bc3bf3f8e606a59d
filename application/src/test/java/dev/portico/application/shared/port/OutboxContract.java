package dev.portico.application.shared.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every outbox promises. A fresh, empty one for each test. */
public abstract class OutboxContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00.123456Z");

  protected abstract Outbox outbox();

  protected abstract Transactions transactions();

  private static DomainEvent event(long number) {
    return new DomainEvent(
        new UUID(0x7000L, number),
        DomainEvent.Type.EVENT_RECORDED,
        new UUID(0x7001L, number),
        NOON.plusSeconds(number),
        "{\"name\":\"é 🦊 \\u0000\",\"n\":1.50}");
  }

  private List<DomainEvent> take(int atMost) {
    return transactions().inTransaction(() -> outbox().take(atMost));
  }

  @Test
  void givesAnEventAsItWasAddedAndOnce() {
    outbox().add(event(1));

    assertThat(take(10)).containsExactly(event(1));
    assertThat(take(10)).isEmpty();
  }

  @Test
  void givesThoseThatAreThereForLongest() {
    for (int i = 1; i <= 3; i++) {
      outbox().add(event(i));
    }

    assertThat(take(2)).containsExactlyInAnyOrder(event(1), event(2));
    assertThat(take(2)).containsExactly(event(3));
  }

  @Test
  void forgetsWhatARolledBackTransactionAdded() {
    assertThatThrownBy(() ->
            transactions()
                .inTransaction(() -> {
                  outbox().add(event(1));
                  throw new IllegalStateException("on purpose");
                }))
        .hasMessage("on purpose");

    assertThat(take(10)).isEmpty();
  }

  @Test
  void hasAgainWhatARolledBackTransactionTook() {
    outbox().add(event(1));

    assertThatThrownBy(() ->
            transactions()
                .inTransaction(() -> {
                  assertThat(outbox().take(10)).hasSize(1);
                  throw new IllegalStateException("on purpose");
                }))
        .hasMessage("on purpose");

    assertThat(take(10)).containsExactly(event(1));
  }

  @Test
  void givesNoEventToTwoOfManyTakers() throws Exception {
    IntStream.range(0, 40).forEach(i -> outbox().add(event(i)));
    var taken = new ArrayList<DomainEvent>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<List<DomainEvent>> taker = () -> take(5);
      for (var some : threads.invokeAll(java.util.Collections.nCopies(8, taker))) {
        taken.addAll(some.get());
      }
    }
    taken.addAll(take(40));

    assertThat(taken).hasSize(40).doesNotHaveDuplicates();
  }
}
