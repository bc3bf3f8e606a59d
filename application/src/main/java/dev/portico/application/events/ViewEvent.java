package dev.portico.application.events;

import dev.portico.application.events.port.Events;
import dev.portico.domain.events.Event;
import dev.portico.domain.events.EventId;
import dev.portico.domain.users.UserId;

/** Shows an event to who recorded it. */
public final class ViewEvent {

  private final Events events;

  public ViewEvent(Events events) {
    this.events = events;
  }

  /** Which event, and who wants to see it. */
  public record Command(UserId viewer, EventId id) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Found(Event event) implements Outcome {}

    /** There is no such event, or it is somebody else's: which of the two is not told. */
    record NotFound() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return events
        .find(command.viewer(), command.id())
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(Outcome.NotFound::new);
  }
}
