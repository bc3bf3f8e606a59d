package dev.portico.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TemplateTest {

  private final String name = aName();
  private final Connection connection = connect();

  /** One that no other test has. */
  private static String aName() {
    return Template.nameFor(migrations("V1", UUID.randomUUID().toString()), "18.6");
  }

  private static SortedMap<String, byte[]> migrations(String file, String text) {
    return new TreeMap<>(Map.of(file, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void migrate(DatabaseUrl url) {
    TestPostgres.execute(url, "create table migrated ()");
  }

  private static Connection connect() {
    try {
      return TestPostgres.connect(TestPostgres.server());
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private Template template() {
    return new Template(connection, TestPostgres.server());
  }

  @AfterEach
  void drop() throws SQLException {
    if (template().isFinished(name)) {
      template().drop(name);
    }
    connection.close();
  }

  @Test
  void hasANameOfItsOwnForEveryChange() {
    var names =
        List.of(
            Template.nameFor(migrations("V1", "a"), "18.6"),
            Template.nameFor(migrations("V2", "a"), "18.6"),
            Template.nameFor(migrations("V1", "b"), "18.6"),
            Template.nameFor(migrations("V1", "a"), "18.7"));

    assertThat(names).doesNotHaveDuplicates();
    assertThat(Template.nameFor(migrations("V1", "a"), "18.6")).isEqualTo(names.getFirst());
  }

  @Test
  void isNamedAfterTheMigrationsOfTheService() {
    assertThat(MigrationFiles.all()).containsKey("V2__keep_users.sql");
  }

  @Test
  void isMadeOnce() throws SQLException {
    var migrations = new AtomicInteger();
    Consumer<DatabaseUrl> counted = url -> migrate(count(migrations, url));

    template().require(name, counted);
    try (var laterRun = connect()) {
      new Template(laterRun, TestPostgres.server()).require(name, counted);
    }

    assertThat(migrations).hasValue(1);
  }

  private static DatabaseUrl count(AtomicInteger calls, DatabaseUrl url) {
    calls.incrementAndGet();
    return url;
  }

  @Test
  void isMarkedOnlyWhenItIsFinished() throws SQLException {
    assertThatThrownBy(() ->
            template()
                .require(
                    name,
                    url -> {
                      migrate(url);
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessage("on purpose");
    assertThat(template().isFinished(name)).isFalse();

    template().require(name, TemplateTest::migrate);

    assertThat(template().isFinished(name)).isTrue();
  }

  @Test
  void letsNobodyIn() throws SQLException {
    template().require(name, TemplateTest::migrate);

    assertThatThrownBy(() -> TestPostgres.connect(TestPostgres.server().withDatabase(name)).close())
        .hasMessageContaining("not currently accepting connections");
  }

  @Test
  void isDroppedWhenNobodyNeedsItAnyMore() throws SQLException {
    String old = aName();
    try (var earlierRun = connect()) {
      new Template(earlierRun, TestPostgres.server()).require(old, TemplateTest::migrate);

      template().require(name, TemplateTest::migrate);
      assertThat(template().isFinished(old)).isTrue();
    }
    template().require(name, TemplateTest::migrate);

    assertThat(template().isFinished(old)).isFalse();
  }
}
