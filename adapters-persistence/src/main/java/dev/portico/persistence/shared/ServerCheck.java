package dev.portico.persistence.shared;

import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** The first connection: whether the server will do, and if not, why, in words for people. */
final class ServerCheck {

  private ServerCheck() {}

  /**
   * What the first connection has shown of a server that will do.
   *
   * @param version the major one
   * @param tablesAreCurrent whether there is nothing to migrate
   */
  record Found(int version, boolean tablesAreCurrent) {}

  /**
   * Looks whether the server will do.
   *
   * @throws DatabaseUnusable if not, or if nobody answers
   */
  static Found look(DatabaseUrl url) {
    try (Connection connection = url.connect()) {
      // Whatever answers so far and then falls silent must not hold up the start.
      connection.setNetworkTimeout(Runnable::run, TimeLimits.STATEMENT_MS);
      var facts = ServerFacts.of(connection);
      facts
          .objection(url)
          .ifPresent(sentence -> {
            throw new DatabaseUnusable(sentence);
          });
      return new Found(facts.version(), MigrationHistory.isCurrent(connection));
    } catch (SQLException failure) {
      throw unusable(url, failure);
    }
  }

  /** Says what is wrong; the server's own words are in the cause. */
  static DatabaseUnusable unusable(DatabaseUrl url, SQLException failure) {
    return new DatabaseUnusable(sentence(url, failure), failure);
  }

  private static String sentence(DatabaseUrl url, SQLException failure) {
    String hosts = url.hostList();
    String database = url.database();
    String state = Optional.ofNullable(failure.getSQLState()).orElse("");
    return switch (state) {
      case "28P01", "28000" ->
          "The server at %s refused the user or the password given for the database \"%s\"."
              .formatted(hosts, database);
      case "3D000" -> "There is no database \"%s\" at %s.".formatted(database, hosts);
      case "42501" ->
          "The user may not connect to or create tables in the database \"%s\" at %s."
              .formatted(database, hosts);
      case "25006" ->
          "The database \"%s\" at %s only takes reads: it is a standby or set to read-only."
              .formatted(database, hosts);
      case "53300" -> "The server at %s has no connection left to give.".formatted(hosts);
      case "57P03" -> "The server at %s is just starting or stopping.".formatted(hosts);
      default -> unreachable(hosts, failure, state);
    };
  }

  private static String unreachable(String hosts, SQLException failure, String state) {
    if (isCausedBy(failure, UnknownHostException.class)) {
      return "The name of the database's host is not known: %s.".formatted(hosts);
    }
    if (isCausedBy(failure, SSLException.class)) {
      return "No encrypted connection to %s could be agreed on, or its certificate is not trusted."
          .formatted(hosts);
    }
    return state.startsWith("08") || state.isEmpty()
        ? "No PostgreSQL server can be reached at %s.".formatted(hosts)
        : "The server at %s cannot be worked with (SQLSTATE %s).".formatted(hosts, state);
  }

  private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> kind) {
    return Stream.<Throwable>iterate(failure, each -> each != null, Throwable::getCause)
        .anyMatch(kind::isInstance);
  }
}
