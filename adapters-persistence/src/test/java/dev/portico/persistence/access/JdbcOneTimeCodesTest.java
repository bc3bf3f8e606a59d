package dev.portico.persistence.access;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.access.port.OneTimeCodes;
import dev.portico.application.access.port.OneTimeCodesContract;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.access.CodeGrant;
import dev.portico.domain.access.CodePurpose;
import dev.portico.domain.access.OneTimeCode;
import dev.portico.domain.users.User;
import dev.portico.persistence.shared.FreshDatabase;
import dev.portico.persistence.shared.TestPostgres;
import dev.portico.persistence.users.UserRows;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcOneTimeCodesTest extends OneTimeCodesContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");

  @RegisterExtension final FreshDatabase fresh = new FreshDatabase();

  @Override
  protected OneTimeCodes codes() {
    return new JdbcOneTimeCodes(fresh.context());
  }

  @Override
  protected Transactions transactions() {
    return fresh.transactions();
  }

  @Override
  protected void add(User user) {
    UserRows.add(fresh, user);
  }

  private OneTimeCode issued(int number, Instant now) {
    var user = aUser().build();
    add(user);
    byte[] secret = new byte[OneTimeCode.SECRET_BYTES];
    secret[0] = (byte) number;
    var code = new OneTimeCode(secret);
    var grant = new CodeGrant(user.id(), user.email());
    assertThat(codes().issue(CodePurpose.RESET_PASSWORD, code, grant, now)).isTrue();
    return code;
  }

  @Test
  void keepsNoCodeInClear() throws SQLException {
    var code = issued(1, NOON);

    assertThat(query("select t::text from one_time_codes t"))
        .contains(code.digest(CodePurpose.RESET_PASSWORD))
        .doesNotContain(code.reveal(), code.reveal().substring(3));
  }

  @Test
  void clearsAwayWhatCountsNoMore() throws SQLException {
    var _ = issued(1, NOON);
    var _ = issued(2, NOON.plusSeconds(1));

    var _ = issued(3, NOON.plus(OneTimeCodes.WINDOW));

    assertThat(query("select count(*) from one_time_codes")).isEqualTo("2");
  }

  private String query(String sql) throws SQLException {
    try (var connection = TestPostgres.connect(fresh.url());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
