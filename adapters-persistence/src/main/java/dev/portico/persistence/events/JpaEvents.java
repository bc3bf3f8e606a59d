package dev.portico.persistence.events;

import dev.portico.application.events.port.Events;
import dev.portico.domain.events.Event;
import dev.portico.domain.events.EventFilter;
import dev.portico.domain.events.EventId;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.UserId;
import dev.portico.persistence.shared.NewestFirst;
import dev.portico.persistence.shared.PersistenceContext;
import java.util.Optional;

/** Events as rows of one table, which only grows. */
final class JpaEvents implements Events {

  private final PersistenceContext context;

  JpaEvents(PersistenceContext context) {
    this.context = context;
  }

  @Override
  public void add(Event event) {
    var _ = context.write(session -> session.insert(EventRow.of(event)));
  }

  @Override
  public Optional<Event> find(UserId owner, EventId id) {
    return context
        .read(session -> Optional.ofNullable(session.get(EventRow.class, id.value())))
        .map(EventRow::toDomain)
        .filter(event -> event.owner().equals(owner));
  }

  @Override
  public Page<Event, Event.Position> list(
      Optional<UserId> owner, EventFilter filter, PageRequest<Event.Position> request) {
    var query = new NewestFirst<>(EventRow.class);
    owner.ifPresent(id -> query.where("owner = :owner", "owner", id.value()));
    filter.name().ifPresent(name -> query.where("name = :name", "name", name.text()));
    filter.from().ifPresent(from -> query.where("createdAt >= :from", "from", from));
    filter.until().ifPresent(until -> query.where("createdAt < :until", "until", until));
    request.after().ifPresent(after -> query.after(after.createdAt(), after.id().value()));
    var rows = context.read(session -> query.list(session, request.limit() + 1));
    return Page.cut(
        rows.stream().map(EventRow::toDomain).toList(), request.limit(), Event::position);
  }
}
