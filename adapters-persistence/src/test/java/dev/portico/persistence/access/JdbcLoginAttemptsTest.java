package dev.portico.persistence.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.access.port.LoginAttempts;
import dev.portico.application.access.port.LoginAttempts.Admission.Admitted;
import dev.portico.application.access.port.LoginAttemptsContract;
import dev.portico.domain.access.AttemptRule;
import dev.portico.domain.access.LoginAttempt;
import dev.portico.persistence.shared.FreshDatabase;
import dev.portico.persistence.shared.TestPostgres;
import java.sql.SQLException;
import java.time.Instant;
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
}
