package dev.portico.persistence.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What a server tells of itself.
 *
 * @param version the major one
 * @param mayHaveTables whether the tables are there, or the user may make them
 */
record ServerFacts(int version, String encoding, boolean readOnly, boolean mayHaveTables) {

  /** The oldest major version of PostgreSQL that is still maintained. */
  static final int OLDEST_VERSION = 14;

  private static final String QUERY =
      """
      select current_setting('server_encoding'),
        current_setting('transaction_read_only')::boolean,
        to_regclass('flyway_schema_history') is not null
          or coalesce(has_schema_privilege(current_schema(), 'create'), false)
      """;

  static ServerFacts of(Connection connection) throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(QUERY)) {
      rows.next();
      return new ServerFacts(version, rows.getString(1), rows.getBoolean(2), rows.getBoolean(3));
    }
  }

  /** The same for a user whose tables another one makes. */
  ServerFacts givenTables() {
    return new ServerFacts(version, encoding, readOnly, true);
  }

  /** Why the server will not do, in one sentence; empty if it will. */
  Optional<String> objection(DatabaseUrl url) {
    String where = "\"%s\" at %s".formatted(url.database(), url.hostList());
    if (version < OLDEST_VERSION) {
      return Optional.of(
          "The server at %s is PostgreSQL %d; at least %d is needed."
              .formatted(url.hostList(), version, OLDEST_VERSION));
    }
    if (!encoding.equals("UTF8")) {
      return Optional.of(
          "The database %s is encoded in %s; it has to be made anew in UTF8."
              .formatted(where, encoding));
    }
    if (readOnly) {
      return Optional.of(
          "The database %s only takes reads: it is a standby or set to read-only."
              .formatted(where));
    }
    return mayHaveTables
        ? Optional.empty()
        : Optional.of("The user may not create tables in the database %s.".formatted(where));
  }
}
