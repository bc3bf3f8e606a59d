package dev.portico.persistence.access;

import static dev.portico.persistence.shared.Statements.prepare;

import dev.portico.application.access.port.LoginAttempts;
import dev.portico.application.access.port.LoginAttempts.Admission.Admitted;
import dev.portico.domain.access.LoginAttempt;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The statements on guesses, over one connection. */
final class AttemptRows {

  private static final String FAMILIAR =
      """
      select 1 from familiar_addresses where account = ? and address = ? and signed_in_at > ?
      """;
  private static final String HELD =
      """
      select max(ends_at) from login_attempts
      where ends_at > ? and (key = ? and tries >= ? or key = ? and tries >= ?)
      """;

  /** Locks the row even where it is full, so that what is read afterwards is what was found. */
  private static final String COUNT =
      """
      insert into login_attempts as kept (key, tries, ends_at) values (?, 1, ?)
      on conflict (key) do update set
        tries = case when kept.ends_at <= ? then 1 else kept.tries + 1 end,
        ends_at = case when kept.ends_at <= ? or kept.tries = 0
          then excluded.ends_at else kept.ends_at end
      where kept.ends_at <= ? or kept.tries < ?
      """;

  private static final String TAKE_OFF =
      """
      update login_attempts set tries = tries - 1 where key = ? and tries > 0 and ends_at <= ?
      """;

  /**
   * Four statements in one round trip: a guess less at the address, none at the account, the
   * address familiar, and no more of these than may be. The last leaves alone what another sign-in
   * is at work on, so that no two wait for each other.
   */
  private static final String SUCCEEDED =
      TAKE_OFF
          + """
          ; delete from login_attempts where key = ?
          ; insert into familiar_addresses as kept (account, address, signed_in_at) values (?, ?, ?)
          on conflict (account, address) do update
          set signed_in_at = greatest(kept.signed_in_at, excluded.signed_in_at)
          ; delete from familiar_addresses where account = ? and address in (
            select address from familiar_addresses where account = ?
            order by signed_in_at desc offset ? for update skip locked)
          """;

  private static final String PURGE =
      """
      delete from login_attempts where key in (
        select key from login_attempts where ends_at <= ? limit ? for update skip locked)
      """;
  private static final String PURGE_FAMILIAR =
      """
      delete from familiar_addresses where (account, address) in (
        select account, address from familiar_addresses where signed_in_at <= ?
        limit ? for update skip locked)
      """;

  private final Connection connection;

  AttemptRows(Connection connection) {
    this.connection = connection;
  }

  boolean isFamiliar(LoginAttempt attempt) throws SQLException {
    byte[] account = AttemptKeys.account(attempt);
    byte[] address = AttemptKeys.address(attempt);
    try (var query = prepare(connection, FAMILIAR, account, address, attempt.familiarSince());
        var rows = query.executeQuery()) {
      return rows.next();
    }
  }

  /** Until when there is no room for it; empty if there is. */
  Optional<Instant> heldUntil(Admitted admitted) throws SQLException {
    var attempt = admitted.attempt();
    try (var query =
            prepare(
                connection,
                HELD,
                attempt.at(),
                AttemptKeys.address(attempt),
                attempt.rule().perAddress(),
                AttemptKeys.account(admitted),
                attempt.rule().perAccount());
        var rows = query.executeQuery()) {
      rows.next();
      return Optional.ofNullable(rows.getObject(1, OffsetDateTime.class))
          .map(OffsetDateTime::toInstant);
    }
  }

  /** Counts it under the key, unless there is no room. */
  boolean count(byte[] key, LoginAttempt attempt, int most) throws SQLException {
    var now = attempt.at();
    return 1 == change(COUNT, key, attempt.windowEnd(), now, now, now, most);
  }

  void takeOff(byte[] key, LoginAttempt attempt) throws SQLException {
    var _ = change(TAKE_OFF, key, attempt.windowEnd());
  }

  /** The password was right: this guess counts no more, nor do those at the account before it. */
  void succeeded(Admitted admitted) throws SQLException {
    var attempt = admitted.attempt();
    byte[] account = AttemptKeys.account(attempt);
    byte[] address = AttemptKeys.address(attempt);
    var _ =
        change(
            SUCCEEDED,
            address,
            attempt.windowEnd(),
            AttemptKeys.account(admitted),
            account,
            address,
            attempt.at(),
            account,
            account,
            LoginAttempts.MOST_FAMILIAR);
  }

  int purge(Instant now, int atMost) throws SQLException {
    return change(PURGE, now, atMost)
        + change(PURGE_FAMILIAR, now.minus(LoginAttempt.FAMILIAR_FOR), atMost);
  }

  private int change(String sql, Object... values) throws SQLException {
    try (var statement = prepare(connection, sql, values)) {
      return statement.executeUpdate();
    }
  }
}
