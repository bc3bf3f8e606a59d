package dev.portico.persistence.access;

import static dev.portico.persistence.shared.Statements.prepare;

import dev.portico.application.access.port.OneTimeCodes;
import dev.portico.domain.access.CodeGrant;
import dev.portico.domain.access.CodePurpose;
import dev.portico.domain.access.OneTimeCode;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.UserId;
import dev.portico.persistence.shared.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.jdbc.ReturningWork;

/** Codes as digests, a row for each user and purpose; each act is one statement on that row. */
final class JdbcOneTimeCodes implements OneTimeCodes {

  private static final String ISSUE =
      """
      insert into one_time_codes as kept
        (user_id, purpose, digest, sent_to, ends_at, issued_at, last_issued_at)
      select id, ?, ?, ?, ?, array[?::timestamptz], ? from users where id = ?
      on conflict (user_id, purpose) do update
      set digest = excluded.digest, sent_to = excluded.sent_to, ends_at = excluded.ends_at,
        last_issued_at = excluded.last_issued_at,
        issued_at = array(
          select at from unnest(kept.issued_at || excluded.issued_at) as at
          where at > ? order by at)
      where (select count(*) from unnest(kept.issued_at) as at where at > ?) < ?
      """;

  private static final String FIND =
      """
      select user_id, sent_to from one_time_codes
      where digest = ? and purpose = ? and ends_at > ?
      """;

  private static final String CONSUME =
      """
      update one_time_codes set digest = null
      where digest = ? and purpose = ? and ends_at > ?
      returning user_id, sent_to
      """;

  private static final String REVOKE =
      """
      update one_time_codes set digest = null
      where user_id = ? and purpose = ? and digest is not null
      """;

  /** Each code clears away a few that count no more; skipping is for speed alone. */
  private static final String PURGE =
      """
      delete from one_time_codes where (user_id, purpose) in (
        select user_id, purpose from one_time_codes where last_issued_at <= ?
        order by last_issued_at limit 20
        for update skip locked)
      """;

  private final PersistenceContext context;

  JdbcOneTimeCodes(PersistenceContext context) {
    this.context = context;
  }

  @Override
  public boolean issue(CodePurpose purpose, OneTimeCode code, CodeGrant grant, Instant now) {
    var since = now.minus(WINDOW);
    return write(connection -> {
      boolean issued =
          1
              == change(
                  connection,
                  ISSUE,
                  purpose.name(),
                  code.digest(purpose),
                  grant.sentTo().text(),
                  now.plus(OneTimeCode.LIFETIME),
                  now,
                  now,
                  grant.user().value(),
                  since,
                  since,
                  MOST_PER_WINDOW);
      if (issued) {
        var _ = change(connection, PURGE, since);
      }
      return issued;
    });
  }

  @Override
  public Optional<CodeGrant> find(CodePurpose purpose, OneTimeCode code, Instant now) {
    return context.read(session ->
        session.doReturningWork(connection -> grant(connection, FIND, purpose, code, now)));
  }

  @Override
  public Optional<CodeGrant> consume(CodePurpose purpose, OneTimeCode code, Instant now) {
    return write(connection -> grant(connection, CONSUME, purpose, code, now));
  }

  @Override
  public boolean revoke(CodePurpose purpose, UserId user) {
    return write(connection -> 1 == change(connection, REVOKE, user.value(), purpose.name()));
  }

  private <T> T write(ReturningWork<T> work) {
    return context.write(session -> session.doReturningWork(work));
  }

  private static Optional<CodeGrant> grant(
      Connection connection, String sql, CodePurpose purpose, OneTimeCode code, Instant now)
      throws SQLException {
    try (var statement = prepare(connection, sql, code.digest(purpose), purpose.name(), now);
        var rows = statement.executeQuery()) {
      return rows.next()
          ? Optional.of(
              new CodeGrant(
                  new UserId(rows.getObject("user_id", UUID.class)),
                  new EmailAddress(rows.getString("sent_to"))))
          : Optional.empty();
    }
  }

  private static int change(Connection connection, String sql, Object... values)
      throws SQLException {
    try (var statement = prepare(connection, sql, values)) {
      return statement.executeUpdate();
    }
  }
}
