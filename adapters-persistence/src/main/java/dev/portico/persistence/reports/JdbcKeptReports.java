package dev.portico.persistence.reports;

import static dev.portico.persistence.shared.Statements.prepare;

import dev.portico.application.reports.port.KeptReports;
import dev.portico.persistence.shared.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Reports as rows of one table. A turn is a time in the row and no lock, so that nobody keeps a
 * connection while they count or wait. Plain JDBC, for {@code on conflict … where}.
 */
final class JdbcKeptReports implements KeptReports {

  private static final long POLL_NANOS = 50_000_000;

  private static final String FIND =
      "select body, made_at from kept_reports where name = ? and body is not null";

  private static final String TAKE_TURN =
      """
      insert into kept_reports (name, leased_until) values (?, ?)
      on conflict (name) do update set leased_until = excluded.leased_until
      where (kept_reports.leased_until is null or kept_reports.leased_until <= ?)
        and (kept_reports.made_at is null or kept_reports.made_at <= ?)
      """;

  private static final String KEEP =
      """
      insert into kept_reports (name, body, made_at) values (?, ?, ?)
      on conflict (name) do update
      set body = excluded.body, made_at = excluded.made_at, leased_until = null
      where kept_reports.made_at is null or kept_reports.made_at < excluded.made_at
      """;

  private static final String GIVE_UP =
      "update kept_reports set leased_until = null where name = ? and leased_until = ?";

  private final PersistenceContext context;

  JdbcKeptReports(PersistenceContext context) {
    this.context = context;
  }

  @Override
  public Optional<Kept> find(String name) {
    return context.read(
        session -> session.doReturningWork((Connection connection) -> find(connection, name)));
  }

  private static Optional<Kept> find(Connection connection, String name) throws SQLException {
    try (var statement = prepare(connection, FIND, name);
        var rows = statement.executeQuery()) {
      return rows.next()
          ? Optional.of(
              new Kept(rows.getString(1), rows.getObject(2, OffsetDateTime.class).toInstant()))
          : Optional.empty();
    }
  }

  @Override
  public boolean takeTurn(String name, Instant now, Instant staleBefore, Instant until) {
    return changes(TAKE_TURN, name, until, now, staleBefore);
  }

  @Override
  public void keep(String name, Kept kept) {
    var _ = changes(KEEP, name, kept.text(), kept.madeAt());
  }

  @Override
  public void giveUp(String name, Instant until) {
    var _ = changes(GIVE_UP, name, until);
  }

  private boolean changes(String sql, Object... values) {
    return context.write(session ->
        session.doReturningWork((Connection connection) -> {
          try (var statement = prepare(connection, sql, values)) {
            return statement.executeUpdate() == 1;
          }
        }));
  }

  @Override
  public Optional<Kept> await(String name, Instant notBefore, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      var kept = find(name).filter(it -> !it.madeAt().isBefore(notBefore));
      if (kept.isPresent() || System.nanoTime() - end > 0 || Thread.interrupted()) {
        return kept;
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }
}
