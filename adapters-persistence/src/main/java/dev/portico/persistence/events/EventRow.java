package dev.portico.persistence.events;

import dev.portico.domain.events.Event;
import dev.portico.domain.events.EventData;
import dev.portico.domain.events.EventId;
import dev.portico.domain.events.EventName;
import dev.portico.domain.users.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** An event as kept. */
@Entity(name = "EventRow")
@Table(name = "events")
class EventRow {

  @Id
  @Column(name = "id")
  UUID id;

  @Column(name = "owner")
  UUID owner;

  @Column(name = "name")
  String name;

  @Column(name = "data", columnDefinition = "jsonb")
  @ColumnTransformer(read = "cast(data as text)", write = "cast(? as jsonb)")
  @Nullable String data;

  @Column(name = "created_at")
  Instant createdAt;

  /** For Hibernate, which fills the fields itself. */
  @SuppressWarnings("NullAway.Init")
  protected EventRow() {}

  @SuppressWarnings("NullAway.Init")
  static EventRow of(Event event) {
    var row = new EventRow();
    row.id = event.id().value();
    row.owner = event.owner().value();
    row.name = event.name().text();
    row.data = event.data().map(EventData::json).orElse(null);
    row.createdAt = event.createdAt();
    return row;
  }

  Event toDomain() {
    return new Event(
        new EventId(id),
        new UserId(owner),
        new EventName(name),
        Optional.ofNullable(data).map(EventData::new),
        createdAt);
  }
}
