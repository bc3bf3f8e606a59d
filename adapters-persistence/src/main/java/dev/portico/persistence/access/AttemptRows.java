package dev.portico.persistence.access;

import static dev.portico.persistence.shared.Statements.prepare;

import dev.portico.application.access.port.LoginAttempts;
import dev.portico.application.access.port.LoginAttempts.Admission.Admitted;
import dev.portico.domain.access.LoginAttempt;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/** The statements on guesses, over one connection. */
final class AttemptRows {

  private static final String HELD =
      """
      select max(ends_at) from login_attempts
      where ends_at > ? and (key = ? and tries >= ? or key = ? and tries >= ?)
      """;

  private static final String UNLESS_FULL =
      """
      on conflict (key) do update set
        tries = case when kept.ends_at <= ? then 1 else kept.tries + 1 end,
        ends_at = case when kept.ends_at <= ? or kept.tries = 0
          then excluded.ends_at else kept.ends_at end
      where kept.ends_at <= ? or kept.tries < ?
      returning key
      """;

  /**
   * Looks first, so that whoever goes on against a closed door changes no row and waits for none.
   * The account is counted from what the address has come to, so everybody waits for an address
   * before an account, and no two for each other.
   */
  private static final String ADMIT =
      """
      with asked as (
        select familiar, case when familiar then ?::bytea else ?::bytea end as account
        from (select exists (
          select from familiar_addresses where account = ? and address = ? and signed_in_at > ?
        ) as familiar) as known
      ), held as (
        select max(ends_at) as until from login_attempts
        where ends_at > ?
          and (key = ? and tries >= ? or key = (select account from asked) and tries >= ?)
      ), of_address as (
        insert into login_attempts as kept (key, tries, ends_at)
        select ?::bytea, 1, ?::timestamptz from held where until is null
        %1$s
      ), of_account as (
        insert into login_attempts as kept (key, tries, ends_at)
        select account, 1, ?::timestamptz from asked, of_address
        %1$s
      )
      select familiar, until,
        exists (select from of_address) as address_counted,
        exists (select from of_account) as account_counted
      from asked, held
      """
          .formatted(UNLESS_FULL);

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

  /**
   * What came of a guess.
   *
   * @param until until when there was no room for it when we looked
   * @param addressCounted whether it counts for its address, for which there may have been room
   *     when there was none for the account any more
   * @param counted whether it counts for both
   */
  record Count(Admitted guess, Optional<Instant> until, boolean addressCounted, boolean counted) {}

  /** Counts it, unless there is no room, in one round trip. */
  Count count(LoginAttempt attempt) throws SQLException {
    byte[] strangers = AttemptKeys.account(attempt);
    byte[] address = AttemptKeys.address(attempt);
    var now = attempt.at();
    var end = attempt.windowEnd();
    int perAddress = attempt.rule().perAddress();
    int perAccount = attempt.rule().perAccount();
    Object[] asked = {
      AttemptKeys.account(new Admitted(attempt, true)),
      strangers,
      strangers,
      address,
      attempt.familiarSince()
    };
    Object[] held = {now, address, perAddress, perAccount};
    Object[] ofAddress = {address, end, now, now, now, perAddress};
    Object[] ofAccount = {end, now, now, now, perAccount};
    var values = Stream.of(asked, held, ofAddress, ofAccount).flatMap(Stream::of).toArray();
    try (var statement = prepare(connection, ADMIT, values);
        var row = statement.executeQuery()) {
      row.next();
      return new Count(
          new Admitted(attempt, row.getBoolean("familiar")),
          moment(row, "until"),
          row.getBoolean("address_counted"),
          row.getBoolean("account_counted"));
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
      return moment(rows, "max");
    }
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
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
