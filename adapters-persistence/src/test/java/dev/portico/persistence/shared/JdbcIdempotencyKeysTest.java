package dev.portico.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.shared.Answer;
import dev.portico.application.shared.IdempotencyKey;
import dev.portico.application.shared.port.IdempotencyKeys;
import dev.portico.application.shared.port.IdempotencyKeys.Claim;
import dev.portico.application.shared.port.IdempotencyKeysContract;
import dev.portico.application.shared.port.Transactions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcIdempotencyKeysTest extends IdempotencyKeysContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");
  private static final Instant NEXT_WEEK = NOON.plus(Duration.ofDays(7));
  private static final Answer ANSWER = new Answer(201, Optional.empty(), "{}");

  @RegisterExtension final FreshDatabase fresh = new FreshDatabase();

  @Override
  protected IdempotencyKeys keys() {
    return new JdbcIdempotencyKeys(fresh.context());
  }

  @Override
  protected Transactions transactions() {
    return new JpaTransactions(fresh.context());
  }

  private static IdempotencyKey key(String text) {
    return new IdempotencyKey("caller", "operation", text);
  }

  private Claim claim(IdempotencyKey key, Instant now) {
    return keys().claim(key, "print", now, now.plus(Duration.ofDays(1)));
  }

  private Claim carryOut(IdempotencyKey key, Instant now) {
    return transactions()
        .inTransaction(() -> {
          var claim = claim(key, now);
          if (claim instanceof Claim.Granted) {
            keys().settle(key, ANSWER);
          }
          return claim;
        });
  }

  @Test
  void areBusyWhileAnotherHoldsThemAndGoOn() throws Exception {
    var claimed = new CountDownLatch(1);
    var asked = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var holder = threads.submit(() -> transactions().inTransaction(() -> hold(claimed, asked)));
      claimed.await();

      var claims =
          transactions()
              .inTransaction(() -> {
                var held = claim(key("held"), NOON);
                var free = claim(key("free"), NOON);
                keys().settle(key("free"), ANSWER);
                return java.util.List.of(held, free);
              });
      asked.countDown();

      assertThat(claims).containsExactly(new Claim.Busy(), new Claim.Granted());
      assertThat(holder.get()).isEqualTo(new Claim.Granted());
    }
    assertThat(carryOut(key("free"), NOON)).isEqualTo(new Claim.Settled("print", ANSWER));
  }

  private Claim hold(CountDownLatch claimed, CountDownLatch asked) {
    var claim = claim(key("held"), NOON);
    claimed.countDown();
    try {
      asked.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    return claim;
  }

  @Test
  void areBusyForTheirOwnTransactionToo() {
    var second =
        transactions()
            .inTransaction(() -> {
              assertThat(claim(key("k"), NOON)).isEqualTo(new Claim.Granted());
              return claim(key("k"), NOON);
            });

    assertThat(second).isEqualTo(new Claim.Busy());
  }

  @Test
  void grantAnExpiredOneToOneOfMany() throws Exception {
    assertThat(carryOut(key("k"), NOON)).isEqualTo(new Claim.Granted());
    var claims = new ArrayList<Claim>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Claim>>();
      for (int i = 0; i < 8; i++) {
        running.add(threads.submit(() -> carryOut(key("k"), NEXT_WEEK)));
      }
      for (var claim : running) {
        claims.add(claim.get());
      }
    }

    assertThat(claims).filteredOn(new Claim.Granted()::equals).hasSize(1);
  }

  @Test
  void areClearedAwayAfterTheirTimeAFewAtOnce() throws SQLException {
    for (int i = 0; i < 25; i++) {
      assertThat(carryOut(key("old " + i), NOON)).isEqualTo(new Claim.Granted());
    }
    assertThat(carryOut(key("young"), NEXT_WEEK.minusSeconds(1))).isEqualTo(new Claim.Granted());
    assertThat(rows()).isEqualTo(25 - 20 + 1);
    assertThat(carryOut(key("new"), NEXT_WEEK)).isEqualTo(new Claim.Granted());
    assertThat(rows()).isEqualTo(2);
  }

  @Test
  void areSettledWithoutLookingAtAllOthers() throws SQLException {
    try (var connection = TestPostgres.connect(fresh.url());
        var statement = connection.createStatement()) {
      statement.execute(
          """
          insert into idempotency_keys (digest, fingerprint, claimed_by, claimed_at, expires_at)
          select sha256(i::text::bytea), 'print', gen_random_uuid(), now(), '2100-01-01'
          from generate_series(1, 20000) as i
          """);
      statement.execute("analyze idempotency_keys");
    }

    long looked =
        transactions()
            .inTransaction(() -> {
              assertThat(claim(key("k"), NOON)).isEqualTo(new Claim.Granted());
              keys().settle(key("k"), ANSWER);
              return rowsLookedAt();
            });

    assertThat(looked).isLessThan(10);
  }

  /** In this transaction, by PostgreSQL's own count. */
  private long rowsLookedAt() {
    return fresh
        .context()
        .inRunningTransaction(_ ->
            session ->
                session.doReturningWork(connection -> {
                  try (var statement = connection.createStatement();
                      var rows =
                          statement.executeQuery(
                              """
                              select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables
                              where relname = 'idempotency_keys'
                              """)) {
                    rows.next();
                    return rows.getLong(1);
                  }
                }));
  }

  private int rows() throws SQLException {
    try (var connection = TestPostgres.connect(fresh.url());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from idempotency_keys")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void areNotKeptAsTheyWereGiven() throws SQLException {
    assertThat(carryOut(key("the caller's word"), NOON)).isEqualTo(new Claim.Granted());

    try (var connection = TestPostgres.connect(fresh.url());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select k::text from idempotency_keys k")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).doesNotContain("word").doesNotContain("operation");
    }
  }

  @Test
  void askForATransaction() {
    assertThatThrownBy(() -> claim(key("k"), NOON)).isInstanceOf(IllegalStateException.class);
  }
}
