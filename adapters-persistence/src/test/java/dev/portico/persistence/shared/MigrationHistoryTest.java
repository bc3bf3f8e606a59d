package dev.portico.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a start may do without Flyway. */
class MigrationHistoryTest {

  private static boolean isCurrent(DatabaseUrl url) throws SQLException {
    try (var connection = url.connect()) {
      return MigrationHistory.isCurrent(connection);
    }
  }

  private static void change(DatabaseUrl url, String statement) throws SQLException {
    try (var connection = url.connect();
        var changing = connection.createStatement()) {
      assertThat(changing.executeUpdate(statement)).isPositive();
    }
  }

  /** So our reckoning of names and checksums is Flyway's, for every migration there is. */
  @Test
  void isCurrentOnceFlywayHasRunAllMigrations() throws SQLException {
    var url = TestPostgres.emptyDatabase();
    assertThat(isCurrent(url)).isFalse();

    Migrations.run(url);

    assertThat(isCurrent(url)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update flyway_schema_history set checksum = checksum + 1 where version = '2'",
        "update flyway_schema_history set success = false where version = '2'",
        "update flyway_schema_history set description = 'another' where version = '2'",
        "delete from flyway_schema_history where version = '2'",
        "update flyway_schema_history set version = '9999' where version = '2'",
      })
  void isNotCurrentWhereAnythingDiffers(String difference) throws SQLException {
    var url = TestPostgres.database();
    assertThat(isCurrent(url)).isTrue();

    change(url, difference);

    assertThat(isCurrent(url)).isFalse();
  }

  @Test
  void leavesItToFlywayToRefuseAnAlteredMigration() throws SQLException {
    var url = TestPostgres.database();
    change(url, "update flyway_schema_history set checksum = checksum + 1 where version = '2'");

    assertThatThrownBy(() -> Database.open(url, PoolSettings.DEFAULT))
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageContaining("an altered one");
  }
}
