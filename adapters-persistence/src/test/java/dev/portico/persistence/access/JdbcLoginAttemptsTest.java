package dev.portico.persistence.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.access.port.LoginAttempts;
import dev.portico.application.access.port.LoginAttempts.Admission;
import dev.portico.application.access.port.LoginAttempts.Admission.Admitted;
import dev.portico.application.access.port.LoginAttempts.Admission.Held;
import dev.portico.application.access.port.LoginAttemptsContract;
import dev.portico.domain.access.AttemptRule;
import dev.portico.domain.access.LoginAttempt;
import dev.portico.persistence.shared.FreshDatabase;
import dev.portico.persistence.shared.TestPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcLoginAttemptsTest extends LoginAttemptsContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");

  @RegisterExtension final FreshDatabase fresh = new FreshDatabase();

  @Override
  protected LoginAttempts attempts() {
    return new JdbcLoginAttempts(fresh.context());
  }

  private String rows() throws SQLException {
    var sql =
        "select (select string_agg(a::text, ' ') from login_attempts a)"
            + " || (select string_agg(f::text, ' ') from familiar_addresses f)";
    try (var connection = TestPostgres.connect(fresh.url());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void keepNeitherNamesNorAddresses() throws SQLException {
    for (var name : new String[] {"user 1", "name alice\u0000", "name " + "x".repeat(1 << 20)}) {
      var attempt = new LoginAttempt(name, "192.0.2.1", NOON, AttemptRule.DEFAULT);
      var _ = attempts().admit(attempt);
      attempts().succeeded((Admitted) attempts().admit(attempt));
      var _ = attempts().admit(attempt);
    }

    assertThat(rows()).doesNotContain("alice", "user", "192.0.2.1", "xxx").contains("\\x");
    assertThat(rows().length()).isLessThan(1_500);
  }

  /** Ends as soon as that many of this database wait for a lock. */
  private static String untilWaiting(int many) {
    return """
    do $$ begin
      while %d > (select count(*) from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock') loop
        perform pg_stat_clear_snapshot(), pg_sleep(0.001);
      end loop;
    end $$
    """
        .formatted(many);
  }

  @Test
  void countNoneForAnAddressThatCameTooLateForItsAccount() throws Exception {
    var rule = new AttemptRule(3, 4, Duration.ofMinutes(15));
    var attempts = attempts();
    var _ = attempts.admit(new LoginAttempt("alice", "a", NOON, rule));
    List<Future<Admission>> late;
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      try (var connection = TestPostgres.connect(fresh.url());
          var statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        statement.execute("set local statement_timeout = '20s'");
        statement.execute("select from login_attempts for update");
        Callable<Admission> one = () -> attempts.admit(new LoginAttempt("alice", "a", NOON, rule));
        late = Stream.generate(() -> executor.submit(one)).limit(5).toList();
        statement.execute(untilWaiting(5));
        connection.commit();
      }
    }

    assertThat(late)
        .extracting(Future::resultNow)
        .filteredOn(Admitted.class::isInstance)
        .hasSize(2);
    assertThat(attempts.admit(new LoginAttempt("bob", "a", NOON, rule)))
        .isInstanceOf(Admitted.class);
    assertThat(attempts.admit(new LoginAttempt("carol", "a", NOON, rule)))
        .isEqualTo(new Held(Duration.ofMinutes(15)));
  }
}
