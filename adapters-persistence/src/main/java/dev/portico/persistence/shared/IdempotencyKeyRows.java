package dev.portico.persistence.shared;

import dev.portico.application.shared.Answer;
import dev.portico.application.shared.port.IdempotencyKeys.Claim;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The statements on the table of keys.
 *
 * <p>A row without a status that others can see was claimed by a transaction that ended without
 * settling it: it counts as free, just as an expired one.
 */
final class IdempotencyKeyRows {

  private static final String INSERT =
      """
      insert into idempotency_keys (digest, fingerprint, claimed_by, claimed_at, expires_at)
      values (?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String FIND =
      """
      select claimed_by, fingerprint, status, location, body
      from idempotency_keys
      where digest = ? and (claimed_by = ? or (status is not null and expires_at > ?))
      """;
  private static final String TAKE_OVER =
      """
      update idempotency_keys
      set fingerprint = ?, claimed_by = ?, claimed_at = ?, expires_at = ?,
        status = null, location = null, body = null
      where digest = ? and (status is null or expires_at <= ?)
      """;

  /**
   * Settling also clears away a few of those whose time is over; skipping is for speed alone. The
   * moment is a subquery and no join: so it bounds the walk along the index, which else goes on to
   * the end of it where nothing is over.
   */
  private static final String SETTLE =
      """
      with settled as (
        update idempotency_keys set status = ?, location = ?, body = ?
        where digest = ? and claimed_by = ? and status is null
        returning claimed_at
      ), purged as (
        delete from idempotency_keys where digest in (
          select digest from idempotency_keys
          where expires_at <= (select claimed_at from settled)
          order by expires_at limit 20
          for update skip locked)
      )
      select 1 from settled
      """;

  /** lock_timeout and deadlock: someone else has the row. */
  private static final Set<String> HELD = Set.of("55P03", "40P01");

  private final Connection connection;

  IdempotencyKeyRows(Connection connection) {
    this.connection = connection;
  }

  /** A claim as it is asked for. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Wanted(
      byte[] digest, String fingerprint, UUID transaction, Instant now, Instant expiresAt) {}

  Connection connection() {
    return connection;
  }

  static boolean isHeld(SQLException failure) {
    return HELD.contains(Optional.ofNullable(failure.getSQLState()).orElse(""));
  }

  boolean insert(Wanted wanted) throws SQLException {
    return 1
        == update(
            INSERT,
            wanted.digest(),
            wanted.fingerprint(),
            wanted.transaction(),
            atUtc(wanted.now()),
            atUtc(wanted.expiresAt()));
  }

  /** What stands in the way of a claim; empty if nothing does. */
  Optional<Claim> find(Wanted wanted) throws SQLException {
    try (var statement =
            prepared(FIND, wanted.digest(), wanted.transaction(), atUtc(wanted.now()));
        var rows = statement.executeQuery()) {
      if (!rows.next()) {
        return Optional.empty();
      }
      int status = rows.getInt("status");
      if (rows.wasNull()) {
        return Optional.of(new Claim.Busy());
      }
      var answer =
          new Answer(
              status, Optional.ofNullable(rows.getString("location")), rows.getString("body"));
      return Optional.of(new Claim.Settled(rows.getString("fingerprint"), answer));
    }
  }

  boolean takeOver(Wanted wanted) throws SQLException {
    return 1
        == update(
            TAKE_OVER,
            wanted.fingerprint(),
            wanted.transaction(),
            atUtc(wanted.now()),
            atUtc(wanted.expiresAt()),
            wanted.digest(),
            atUtc(wanted.now()));
  }

  /** Whether the row was this transaction's to settle. */
  boolean settle(byte[] digest, UUID transaction, Answer answer) throws SQLException {
    try (var statement = connection.prepareStatement(SETTLE)) {
      statement.setInt(1, answer.status());
      statement.setString(2, answer.location().orElse(null));
      statement.setString(3, answer.body());
      statement.setBytes(4, digest);
      statement.setObject(5, transaction);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private int update(String sql, Object... values) throws SQLException {
    try (var statement = prepared(sql, values)) {
      return statement.executeUpdate();
    }
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private static OffsetDateTime atUtc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
