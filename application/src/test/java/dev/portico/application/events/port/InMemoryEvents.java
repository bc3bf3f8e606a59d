package dev.portico.application.events.port;

import dev.portico.application.shared.port.InMemoryTable;
import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.shared.port.NewestFirst;
import dev.portico.domain.events.Event;
import dev.portico.domain.events.EventFilter;
import dev.portico.domain.events.EventId;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.UserId;
import java.util.List;
import java.util.Optional;

/** Events in memory. */
public final class InMemoryEvents implements Events {

  private static final NewestFirst<Event, Event.Position> NEWEST_FIRST =
      new NewestFirst<>(
          Event::position, Event.Position::createdAt, position -> position.id().value());

  private final InMemoryTable<EventId, Event> rows;

  public InMemoryEvents(InMemoryTransactions transactions) {
    rows = transactions.newTable();
  }

  @Override
  public void add(Event event) {
    rows.with(all -> all.put(event.id(), event));
  }

  @Override
  public Optional<Event> find(UserId owner, EventId id) {
    return rows.with(
        all -> Optional.ofNullable(all.get(id)).filter(event -> event.owner().equals(owner)));
  }

  @Override
  public Page<Event, Event.Position> list(
      Optional<UserId> owner, EventFilter filter, PageRequest<Event.Position> request) {
    return rows.with(all ->
        NEWEST_FIRST.page(
            all.values().stream()
                .filter(event -> owner.map(event.owner()::equals).orElse(true))
                .filter(filter::admits),
            request));
  }

  /** Every single one, for reports. */
  public List<Event> all() {
    return rows.with(all -> List.copyOf(all.values()));
  }
}
