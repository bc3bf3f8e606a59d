package dev.portico.application.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.events.ViewEvent.Outcome;
import dev.portico.domain.events.Event;
import dev.portico.domain.events.EventId;
import dev.portico.domain.events.EventName;
import dev.portico.domain.users.UserId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ViewEventTest {

  private final Fakes fakes = new Fakes();
  private final UserId alice = new UserId(new UUID(1, 1));
  private final Event event =
      new Event(
          new EventId(new UUID(3, 3)),
          alice,
          new EventName("signup"),
          Optional.empty(),
          fakes.time.instant());

  private Outcome view(UserId viewer, EventId id) {
    return fakes.hexagon().viewEvent().handle(new ViewEvent.Command(viewer, id));
  }

  @Test
  void showsAnEventToItsOwnerOnly() {
    fakes.events.add(event);

    assertThat(view(alice, event.id())).isEqualTo(new Outcome.Found(event));
    assertThat(view(new UserId(new UUID(2, 2)), event.id())).isEqualTo(new Outcome.NotFound());
  }

  @Test
  void findsNothingUnderAnUnknownId() {
    assertThat(view(alice, event.id())).isEqualTo(new Outcome.NotFound());
  }
}
