package dev.portico.persistence.shared;

import static dev.portico.persistence.shared.Statements.prepare;

import dev.portico.application.shared.port.Outbox;
import dev.portico.domain.shared.DomainEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What has happened as rows of one table, each deleted by whoever takes it. */
final class JdbcOutbox implements Outbox {

  private static final String INSERT =
      "insert into outbox (id, type, owner, created_at, data) values (?, ?, ?, ?, ?)";

  /** Ids are made in the order of time, as far as that matters. */
  private static final String TAKE =
      """
      delete from outbox where id = any(array(
        select id from outbox order by id limit ?
        for update skip locked))
      returning id, type, owner, created_at, data
      """;

  private final PersistenceContext context;

  JdbcOutbox(PersistenceContext context) {
    this.context = context;
  }

  @Override
  public void add(DomainEvent event) {
    var _ =
        context.write(session ->
            session.doReturningWork((Connection connection) -> insert(connection, event)));
  }

  private static int insert(Connection connection, DomainEvent event) throws SQLException {
    try (var statement =
        prepare(
            connection,
            INSERT,
            event.id(),
            event.type().name(),
            event.owner(),
            event.at(),
            event.data())) {
      return statement.executeUpdate();
    }
  }

  @Override
  public List<DomainEvent> take(int atMost) {
    return context.write(
        session -> session.doReturningWork((Connection connection) -> take(connection, atMost)));
  }

  private static List<DomainEvent> take(Connection connection, int atMost) throws SQLException {
    var taken = new ArrayList<DomainEvent>();
    try (var statement = prepare(connection, TAKE, atMost);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        taken.add(
            new DomainEvent(
                rows.getObject("id", UUID.class),
                DomainEvent.Type.valueOf(rows.getString("type")),
                rows.getObject("owner", UUID.class),
                rows.getObject("created_at", OffsetDateTime.class).toInstant(),
                rows.getString("data")));
      }
    }
    return List.copyOf(taken);
  }
}
