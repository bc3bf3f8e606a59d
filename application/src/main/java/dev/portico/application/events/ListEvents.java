package dev.portico.application.events;

import dev.portico.application.events.port.Events;
import dev.portico.domain.events.Event;
import dev.portico.domain.events.EventFilter;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.UserId;

/** Shows a user the events they recorded, newest first, a page at a time. */
public final class ListEvents {

  private final Events events;

  public ListEvents(Events events) {
    this.events = events;
  }

  /** Whose events, which of them, and which page. */
  public record Command(UserId owner, EventFilter filter, PageRequest<Event.Position> page) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Listed(Page<Event, Event.Position> page) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return new Outcome.Listed(events.list(command.owner(), command.filter(), command.page()));
  }
}
