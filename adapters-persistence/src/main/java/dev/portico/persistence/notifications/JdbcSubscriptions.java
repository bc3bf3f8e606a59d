package dev.portico.persistence.notifications;

import static dev.portico.persistence.shared.Statements.prepare;

import dev.portico.application.notifications.port.Subscriptions;
import dev.portico.domain.notifications.Subscription;
import dev.portico.domain.notifications.SubscriptionRequest;
import dev.portico.domain.shared.CanIgnoreReturnValue;
import dev.portico.domain.users.EmailAddress;
import dev.portico.persistence.shared.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests as rows that are counted while an advisory lock keeps others of their address and client
 * out: there is no row yet that could be locked instead. Every transaction takes an address's lock
 * before a client's, so that no two wait for each other.
 */
final class JdbcSubscriptions implements Subscriptions {

  /** Lets the locks go when the transaction ends. The first number sets them apart from others. */
  private static final String LOCK_EMAIL = "select pg_advisory_xact_lock(71001, hashtext(?))";

  private static final String LOCK_CLIENT = "select pg_advisory_xact_lock(71002, hashtext(?))";

  private static final String BY_EMAIL =
      """
      select requested_at from subscription_requests
      where email_key = ? and requested_at > ? order by requested_at desc limit ?
      """;
  private static final String BY_CLIENT =
      """
      select requested_at from subscription_requests
      where client = ? and requested_at > ? order by requested_at desc limit ?
      """;
  private static final String INSERT =
      """
      insert into subscription_requests (id, email_key, client, requested_at) values (?, ?, ?, ?)
      """;

  /** Each request clears away a few that count no more; skipping is for speed alone. */
  private static final String PURGE =
      """
      delete from subscription_requests where id in (
        select id from subscription_requests where requested_at <= ?
        order by requested_at limit 20
        for update skip locked)
      """;

  private static final String OFFER =
      """
      insert into subscriptions (email_key, email, digest, ends_at) values (?, ?, ?, ?)
      on conflict (email_key) do update set digest = excluded.digest, ends_at = excluded.ends_at
      """;
  private static final String CONFIRM =
      """
      update subscriptions set digest = null, confirmed_at = coalesce(confirmed_at, ?)
      where digest = ? and ends_at > ?
      """;
  private static final String IS_SUBSCRIBED =
      "select 1 from subscriptions where email_key = ? and confirmed_at is not null";
  private static final String PURGE_OFFERS =
      """
      delete from subscriptions where email_key in (
        select email_key from subscriptions where confirmed_at is null and ends_at <= ?
        order by ends_at limit 20
        for update skip locked)
      """;

  private final PersistenceContext context;

  JdbcSubscriptions(PersistenceContext context) {
    this.context = context;
  }

  @Override
  public Admission requestIfAllowed(SubscriptionRequest request) {
    return context.write(session ->
        session.doReturningWork((Connection connection) -> requestIfAllowed(connection, request)));
  }

  private static Admission requestIfAllowed(Connection connection, SubscriptionRequest request)
      throws SQLException {
    var email = request.email().key();
    lock(connection, LOCK_EMAIL, email);
    lock(connection, LOCK_CLIENT, request.client());
    var start = request.windowStart();
    var held =
        SubscriptionRequest.heldUntil(
            times(connection, BY_EMAIL, email, start, SubscriptionRequest.MOST_PER_ADDRESS),
            times(
                connection,
                BY_CLIENT,
                request.client(),
                start,
                SubscriptionRequest.MOST_PER_CLIENT));
    if (held.isPresent()) {
      return new Admission.Held(held.get());
    }
    change(connection, INSERT, request.id(), email, request.client(), request.at());
    change(connection, PURGE, start);
    return new Admission.Granted();
  }

  private static void lock(Connection connection, String sql, String what) throws SQLException {
    try (var statement = prepare(connection, sql, what)) {
      var _ = statement.execute();
    }
  }

  private static List<Instant> times(Connection connection, String sql, Object... values)
      throws SQLException {
    var times = new ArrayList<Instant>();
    try (var statement = prepare(connection, sql, values);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        times.add(rows.getObject(1, OffsetDateTime.class).toInstant());
      }
    }
    return times;
  }

  private static void change(Connection connection, String sql, Object... values)
      throws SQLException {
    try (var statement = prepare(connection, sql, values)) {
      var _ = statement.executeUpdate();
    }
  }

  @Override
  public void offer(Subscription offer, Instant now) {
    var email = offer.email();
    inConnection(connection -> {
      change(connection, PURGE_OFFERS, now);
      change(connection, OFFER, email.key(), email.text(), offer.digest(), offer.endsAt());
      return true;
    });
  }

  @Override
  public boolean confirm(String digest, Instant now) {
    return inConnection(connection -> {
      try (var statement = prepare(connection, CONFIRM, now, digest, now)) {
        return statement.executeUpdate() == 1;
      }
    });
  }

  @Override
  public boolean isSubscribed(EmailAddress email) {
    return inConnection(connection -> {
      try (var statement = prepare(connection, IS_SUBSCRIBED, email.key());
          var rows = statement.executeQuery()) {
        return rows.next();
      }
    });
  }

  private interface Work {
    boolean on(Connection connection) throws SQLException;
  }

  @CanIgnoreReturnValue
  private boolean inConnection(Work work) {
    return context.write(session -> session.doReturningWork(work::on));
  }
}
