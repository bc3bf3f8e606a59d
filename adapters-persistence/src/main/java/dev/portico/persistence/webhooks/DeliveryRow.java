package dev.portico.persistence.webhooks;

import dev.portico.application.webhooks.port.Deliveries.Lease;
import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.webhooks.Delivery;
import dev.portico.domain.webhooks.Delivery.State;
import dev.portico.domain.webhooks.DeliveryId;
import dev.portico.domain.webhooks.WebhookId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** A delivery as kept. */
final class DeliveryRow {

  static final String COLUMNS =
      """
      id, webhook, event, event_type, event_owner, event_at, event_data, state, due_at, since,
      tries, created_at, lease_number
      """;

  static final String PENDING = "PENDING";

  private DeliveryRow() {}

  static Lease lease(ResultSet row) throws SQLException {
    return new Lease(delivery(row), row.getLong("lease_number"));
  }

  static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        new DeliveryId(row.getObject("id", UUID.class)),
        new WebhookId(row.getObject("webhook", UUID.class)),
        new DomainEvent(
            row.getObject("event", UUID.class),
            DomainEvent.Type.valueOf(row.getString("event_type")),
            row.getObject("event_owner", UUID.class),
            instant(row, "event_at"),
            row.getString("event_data")),
        state(row),
        instant(row, "since"),
        row.getInt("tries"),
        instant(row, "created_at"));
  }

  private static State state(ResultSet row) throws SQLException {
    return switch (row.getString("state")) {
      case PENDING -> new State.Pending(instant(row, "due_at"));
      case "DELIVERED" -> new State.Delivered();
      default -> new State.Dead();
    };
  }

  static String name(State state) {
    return switch (state) {
      case State.Pending _ -> PENDING;
      case State.Delivered() -> "DELIVERED";
      case State.Dead() -> "DEAD";
    };
  }

  static Optional<Instant> dueAt(State state) {
    return state instanceof State.Pending(var dueAt) ? Optional.of(dueAt) : Optional.empty();
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
