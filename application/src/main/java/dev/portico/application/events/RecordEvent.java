package dev.portico.application.events;

import dev.portico.application.events.port.Events;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.domain.events.Event;
import dev.portico.domain.events.EventData;
import dev.portico.domain.events.EventId;
import dev.portico.domain.events.EventName;
import dev.portico.domain.users.UserId;
import java.time.InstantSource;
import java.util.Optional;

/** Puts down that something happened. */
public final class RecordEvent {

  private final Events events;
  private final IdGenerator ids;
  private final InstantSource time;

  public RecordEvent(Events events, IdGenerator ids, InstantSource time) {
    this.events = events;
    this.ids = ids;
    this.time = time;
  }

  /** What happened, by whose account. */
  public record Command(UserId owner, EventName name, Optional<EventData> data) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Recorded(Event event) implements Outcome {}
  }

  public Outcome handle(Command command) {
    var event =
        new Event(
            new EventId(ids.next()),
            command.owner(),
            command.name(),
            command.data(),
            time.instant());
    events.add(event);
    return new Outcome.Recorded(event);
  }
}
