package dev.portico.persistence.shared;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Databases for tests, each with one owner: on the server of {@code TEST_DATABASE_URL} if that is
 * set, else in a container if Docker answers, else on binaries that come with the build.
 */
public final class TestPostgres {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Queue<DatabaseUrl> MADE = new ConcurrentLinkedQueue<>();

  private TestPostgres() {}

  private static final class Server {
    static final TestServer CHOSEN = start();

    private static TestServer start() {
      var server = TestServer.choose();
      System.out.println("PostgreSQL for tests: " + server.description());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server)));
      return server;
    }
  }

  private static final class Template {
    static final DatabaseUrl MIGRATED = migrated();

    private static DatabaseUrl migrated() {
      var url = emptyDatabase();
      Migrations.run(url);
      return url;
    }
  }

  /** A database that nobody else uses, with the tables of this version; gone when the JVM ends. */
  public static DatabaseUrl database() {
    return create("template " + Template.MIGRATED.database());
  }

  /** A database without any table. */
  public static DatabaseUrl emptyDatabase() {
    return create("template template0 encoding 'UTF8'");
  }

  private static DatabaseUrl create(String how) {
    var server = Server.CHOSEN.url();
    var name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    execute(server, "create database " + name + " " + how);
    var made = server.withDatabase(name);
    MADE.add(made);
    return made;
  }

  /** Throws the database away, whoever is still connected to it. */
  public static void drop(DatabaseUrl made) {
    execute(Server.CHOSEN.url(), "drop database if exists " + made.database() + " with (force)");
    MADE.remove(made);
  }

  /** The address as {@code DATABASE_URL} takes it, credentials included. */
  public static String uri(DatabaseUrl made) {
    var properties = made.properties();
    return "postgresql://%s:%s@%s/%s"
        .formatted(
            encoded(properties.getProperty("user")),
            encoded(properties.getProperty("password", "")),
            made.hostList(),
            encoded(made.database()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A connection of one's own, to look behind the adapters. */
  public static Connection connect(DatabaseUrl url) throws SQLException {
    return url.connect();
  }

  /** Runs one statement on a connection of its own. */
  public static void execute(DatabaseUrl url, String sql) {
    try (var connection = url.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void end(TestServer server) {
    MADE.forEach(TestPostgres::drop);
    server.close();
  }
}
