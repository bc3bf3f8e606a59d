package dev.portico.bootstrap;

import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.Hexagon;
import dev.portico.application.shared.RunDueTask;
import dev.portico.domain.shared.TaskLane;
import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.TestPostgres;
import dev.portico.web.shared.SocketClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * One user makes the tables and another works with them, set up by the very statements that the
 * page about operations shows.
 */
@Timeout(300)
class TwoLoginsTest {

  private static final String HEADING = "### A user who cannot make tables";
  private static final Pattern STATEMENTS = Pattern.compile("(?m)^ {4}create role(?:.*\n)+?\n");

  private final String app = "portico_app_" + UUID.randomUUID().toString().substring(0, 8);
  private final String owner = app + "_owner";
  private final DatabaseUrl database = TestPostgres.emptyDatabase();

  @BeforeEach
  void setUp() throws IOException {
    statements().forEach(sql -> TestPostgres.execute(database, sql));
  }

  /** As the page has them, with names of our own, on a database that is there already. */
  private List<String> statements() throws IOException {
    var page = Files.readString(Path.of("../docs/operations.md"));
    var found = STATEMENTS.matcher(page.substring(page.indexOf(HEADING)));
    assertThat(found.find()).as("statements below " + HEADING).isTrue();
    var text =
        found
            .group()
            .lines()
            .filter(line -> !line.strip().startsWith("\\c "))
            .collect(Collectors.joining("\n"));
    return Arrays.stream(text.split(";"))
        .map(String::strip)
        .filter(sql -> !sql.isEmpty())
        .map(sql ->
            sql.replaceFirst(
                    "^create database portico owner (\\w+) .*",
                    "alter database portico owner to $1")
                .replaceAll("\\bdatabase portico\\b", "database " + databaseName())
                .replaceAll("\\bportico_owner\\b", owner)
                .replaceAll("\\bportico\\b", app))
        .toList();
  }

  private String databaseName() {
    var uri = TestPostgres.uri(database);
    return uri.substring(uri.lastIndexOf('/') + 1);
  }

  @AfterEach
  void tearDown() {
    TestPostgres.drop(database);
    var elsewhere = TestPostgres.emptyDatabase();
    TestPostgres.execute(elsewhere, "drop role " + app);
    TestPostgres.execute(elsewhere, "drop role " + owner);
    TestPostgres.drop(elsewhere);
  }

  private String uri(String user, String password) {
    return TestPostgres.uri(database).replaceFirst("//[^@]*@", "//" + user + ":" + password + "@");
  }

  private String appUri() {
    return uri(app, "another");
  }

  private String ownerUri() {
    return uri(owner, "one");
  }

  private RunningPortico start(Map<String, String> urls) {
    var environment = new HashMap<>(PorticoOnTestDatabase.environment(database));
    environment.putAll(urls);
    environment.put("ADMIN_USERNAME", "first-admin");
    environment.put("ADMIN_PASSWORD", Accounts.PASSWORD);
    return RunningPortico.startWithoutTasks(
        Settings.of(RawSettings.collect(environment, Map.of(), List.of())), _ -> {}, new Outside());
  }

  private RunningPortico startWithBoth() {
    return start(Map.of("DATABASE_URL", appUri(), "MIGRATION_DATABASE_URL", ownerUri()));
  }

  @Test
  @DisplayName("SC-2: worksWithoutRightsToMakeTables")
  void worksWithoutRightsToMakeTables() {
    try (var service = startWithBoth()) {
      use(service, "alice");
    }
    // Once the tables are there, their maker is not needed.
    try (var service = start(Map.of("DATABASE_URL", appUri()))) {
      use(service, "bob");
    }
    for (var sql :
        List.of(
            "create table mine ()",
            "create temporary table mine ()",
            "create schema mine",
            "drop table users",
            "alter table users add column mine text",
            "create index mine on users (created_at)",
            "truncate users")) {
      assertThatThrownBy(() -> executeAsApp(sql))
          .as(sql)
          .isInstanceOfSatisfying(
              SQLException.class, refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
    }
  }

  private void executeAsApp(String sql) throws SQLException {
    try (var connection = TestPostgres.connect(DatabaseUrl.parse(appUri()).orThrow());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void use(RunningPortico service, String name) {
    var client = new SocketClient(service.localUrl());
    client
        .post(
            "/users/",
            json("username", name, "email", name + "@example.com", "password", Accounts.PASSWORD))
        .expectStatus(201);
    var token = Accounts.signIn(client, name);
    Accounts.assertRecognised(client, name, token);
    assertThat(
            service
                .context()
                .getBean(Hexagon.class)
                .runDueTask()
                .handle(new RunDueTask.Command(TaskLane.MAIL)))
        .isInstanceOf(RunDueTask.Outcome.Ran.class);
    var admin = Accounts.signIn(client, "first-admin");
    Accounts.assertRecognised(client, "first-admin", admin);
  }

  @Test
  @DisplayName("SC-2: refusesAUserWhoMayMakeTables")
  void refusesAUserWhoMayMakeTables() {
    assertRefused(
        Map.of("DATABASE_URL", ownerUri(), "MIGRATION_DATABASE_URL", ownerUri()),
        "may make or drop tables");
  }

  @Test
  void namesTheTablesThatTheUserMayNotUse() {
    TestPostgres.execute(
        database,
        "alter default privileges for role %s in schema public revoke all on tables from %s"
            .formatted(owner, app));
    assertRefused(
        Map.of("DATABASE_URL", appUri(), "MIGRATION_DATABASE_URL", ownerUri()),
        "may not read and write all tables of the database");
    // Who has no tables at all is told so, too.
    TestPostgres.execute(database, "revoke usage on schema public from " + app);
    assertRefused(
        Map.of("DATABASE_URL", appUri(), "MIGRATION_DATABASE_URL", ownerUri()),
        "finds no tables in the database");
  }

  private void assertRefused(Map<String, String> urls, String sentence) {
    assertThatThrownBy(() -> start(urls).close())
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(sentence)
        .hasMessageNotContainingAny("another@", ":one", "Exception");
  }
}
