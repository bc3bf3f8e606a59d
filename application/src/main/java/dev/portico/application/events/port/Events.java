package dev.portico.application.events.port;

import dev.portico.domain.events.Event;
import dev.portico.domain.events.EventFilter;
import dev.portico.domain.events.EventId;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.UserId;
import java.util.Optional;

/** All events there are. */
public interface Events {

  /**
   * Keeps an event.
   *
   * <p>Promise: it is found from now on, with every value as it was; its data means the same,
   * though its members may come back in another order. The owner has to be there.
   *
   * <p>Concurrency: any number at once; none waits for another.
   */
  void add(Event event);

  /** The event of this id; empty where there is none, or where it is somebody else's. */
  Optional<Event> find(UserId owner, EventId id);

  /**
   * A page of the events that the filter admits, newest first, the greater id first among those of
   * one instant.
   *
   * <p>Promise: following the pages from the first shows every event that was there all the time
   * exactly once, whatever is added meanwhile. Costs the same for every page.
   *
   * @param owner whose; empty for everybody's
   */
  Page<Event, Event.Position> list(
      Optional<UserId> owner, EventFilter filter, PageRequest<Event.Position> request);
}
