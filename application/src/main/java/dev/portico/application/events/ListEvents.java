package dev.portico.application.events;

import dev.portico.application.events.port.Events;
import dev.portico.domain.events.Event;
import dev.portico.domain.events.EventFilter;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.Actor;
import dev.portico.domain.users.UserId;
import java.util.Optional;

/**
 * Shows a user the events they recorded, and an administrator everybody's; newest first, a page at
 * a time.
 */
public final class ListEvents {

  private final Events events;

  public ListEvents(Events events) {
    this.events = events;
  }

  /**
   * Who asks, for which events and which page.
   *
   * @param owner whose events an administrator wants, empty for everybody's; from others it counts
   *     for nothing
   */
  public record Command(
      Actor viewer, Optional<UserId> owner, EventFilter filter, PageRequest<Event.Position> page) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Listed(Page<Event, Event.Position> page) implements Outcome {}
  }

  public Outcome handle(Command command) {
    var viewer = command.viewer();
    var owner = viewer.admin() ? command.owner() : Optional.of(viewer.id());
    return new Outcome.Listed(events.list(owner, command.filter(), command.page()));
  }
}
