package dev.portico.persistence.shared;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Databases for tests, each with one owner: on the server of {@code TEST_DATABASE_URL} if that is
 * set, else in a container if Docker answers, else on binaries that come with the build.
 */
public final class TestPostgres {

  /** So that the databases of two runs on one server never share a name, whatever was kept. */
  private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Queue<DatabaseUrl> MADE = new ConcurrentLinkedQueue<>();
  private static final Queue<Runnable> BEFORE_END = new ConcurrentLinkedQueue<>();

  private TestPostgres() {}

  private static final class Server {
    static final TestServer CHOSEN = start();
    static final ServerTraits TRAITS = ServerTraits.of(CHOSEN.url());
    static final Maintenance MAINTENANCE = new Maintenance(CHOSEN.url());

    private static TestServer start() {
      var server = TestServer.choose();
      System.out.println("PostgreSQL for tests: " + server.description());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server)));
      return server;
    }
  }

  private static final class Migrated {
    static final String TEMPLATE =
        Template.nameFor(MigrationFiles.all(), Server.TRAITS.fullVersion());

    /** Open as long as this JVM runs: it keeps the template from being dropped. */
    static final Connection USER = require();

    @SuppressWarnings("MustBeClosed")
    private static Connection require() {
      try {
        var user = connect(Server.CHOSEN.url());
        new Template(user, Server.CHOSEN.url()).require(TEMPLATE, Migrations::run);
        return user;
      } catch (SQLException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }

  /** A database that nobody else uses, with the tables of this version; gone when the JVM ends. */
  public static DatabaseUrl database() {
    Objects.requireNonNull(Migrated.USER);
    return create("template " + Migrated.TEMPLATE + Server.TRAITS.strategy());
  }

  /** A database without any table. */
  public static DatabaseUrl emptyDatabase() {
    return create("template template0 encoding 'UTF8'" + Server.TRAITS.strategy());
  }

  private static DatabaseUrl create(String how) {
    var name = "portico_test_" + RUN + "_" + COUNT.incrementAndGet();
    Server.MAINTENANCE.execute("create database " + name + " " + how);
    var made = Server.CHOSEN.url().withDatabase(name);
    MADE.add(made);
    return made;
  }

  /** Throws the database away, whoever is still connected to it. */
  public static void drop(DatabaseUrl made) {
    Server.MAINTENANCE.execute("drop database if exists " + made.database() + " with (force)");
    MADE.remove(made);
  }

  /** Leaves the database where it is; says for how long. */
  static String keep(DatabaseUrl made) {
    MADE.remove(made);
    return Server.CHOSEN.endsWithTests()
        ? "until this JVM ends; a server named by TEST_DATABASE_URL would keep it longer"
        : "until somebody drops it";
  }

  static DatabaseUrl server() {
    return Server.CHOSEN.url();
  }

  static ServerTraits traits() {
    return Server.TRAITS;
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

  /** Runs something before the databases are dropped at the end of the JVM. */
  static void beforeEnd(Runnable work) {
    BEFORE_END.add(work);
  }

  private static void end(TestServer server) {
    BEFORE_END.forEach(Runnable::run);
    if (!server.endsWithTests()) {
      MADE.forEach(TestPostgres::drop);
    }
    server.close();
  }
}
