package dev.portico.domain.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.users.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventFilterTest {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");

  private final Event event =
      new Event(
          new EventId(new UUID(1, 1)),
          new UserId(new UUID(2, 2)),
          new EventName("signup"),
          Optional.empty(),
          NOON);

  private boolean admits(String name) {
    return new EventFilter(Optional.of(new EventName(name)), Optional.empty(), Optional.empty())
        .admits(event);
  }

  private boolean admitsFrom(Instant from) {
    return new EventFilter(Optional.empty(), Optional.of(from), Optional.empty()).admits(event);
  }

  private boolean admitsUntil(Instant until) {
    return new EventFilter(Optional.empty(), Optional.empty(), Optional.of(until)).admits(event);
  }

  @Test
  void admitsEverythingUnlessTold() {
    assertThat(EventFilter.ALL.admits(event)).isTrue();
  }

  @Test
  void goesByTheExactName() {
    assertThat(admits("signup")).isTrue();
    assertThat(admits("Signup")).isFalse();
    assertThat(admits("sign")).isFalse();
  }

  @Test
  void countsItsStartIn() {
    assertThat(admitsFrom(NOON)).isTrue();
    assertThat(admitsFrom(NOON.plusNanos(1000))).isFalse();
  }

  @Test
  void countsItsEndOut() {
    assertThat(admitsUntil(NOON)).isFalse();
    assertThat(admitsUntil(NOON.plusNanos(1000))).isTrue();
  }
}
