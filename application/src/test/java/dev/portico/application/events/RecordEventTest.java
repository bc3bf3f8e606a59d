package dev.portico.application.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.events.RecordEvent.Outcome;
import dev.portico.domain.events.Event;
import dev.portico.domain.events.EventData;
import dev.portico.domain.events.EventName;
import dev.portico.domain.users.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordEventTest {

  private final Fakes fakes = new Fakes();
  private final UserId alice = new UserId(new UUID(1, 1));
  private final EventName name = new EventName("signup");
  private final Optional<EventData> data = Optional.of(new EventData("{\"a\":1}"));

  private Event recorded() {
    return switch (fakes
        .hexagon()
        .recordEvent()
        .handle(new RecordEvent.Command(alice, name, data))) {
      case Outcome.Recorded(var event) -> event;
    };
  }

  @Test
  void datesTheEventByTheClock() {
    fakes.time.freeze(Instant.parse("2024-01-15T12:00:00Z"));

    assertThat(recorded().createdAt()).isEqualTo("2024-01-15T12:00:00Z");

    fakes.time.advance(Duration.ofSeconds(1));
    assertThat(recorded().createdAt()).isEqualTo("2024-01-15T12:00:01Z");
  }

  @Test
  void keepsTheEvent() {
    var event = recorded();

    assertThat(event).isEqualTo(new Event(event.id(), alice, name, data, fakes.time.instant()));
    assertThat(event.id().value().version()).isEqualTo(7);
    assertThat(fakes.events.find(alice, event.id())).contains(event);
  }
}
