package dev.portico.persistence.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rights of a user that works with tables which another one makes: all that the work needs, and
 * none to make or drop tables, for that is what the other one is there for.
 */
final class RunTimeUser {

  /** Schemas that the user may not use are none of its search path, so it sees no tables there. */
  private static final String QUERY =
      """
      select count(*) > 0,
        coalesce(has_schema_privilege(current_schema(), 'create'), false)
          or has_database_privilege(current_database(), 'create')
          or coalesce(bool_or(pg_has_role(relowner, 'member')), false),
        string_agg(relname, ', ' order by relname) filter (where not (
          has_table_privilege(oid, 'select') and has_table_privilege(oid, 'insert')
          and has_table_privilege(oid, 'update') and has_table_privilege(oid, 'delete')))
      from pg_class
      where relnamespace = to_regnamespace(current_schema()) and relkind in ('r', 'p')
        and relname <> 'flyway_schema_history'
      """;

  private RunTimeUser() {}

  /**
   * Makes sure of its rights, once the tables are there.
   *
   * @return the server's major version
   * @throws DatabaseUnusable if it has too few or too many
   */
  static int check(DatabaseUrl url) {
    try (Connection connection = url.connect()) {
      connection.setNetworkTimeout(Runnable::run, TimeLimits.STATEMENT_MS);
      var facts = ServerFacts.of(connection);
      var objection = facts.givenTables().objection(url);
      if (objection.isEmpty()) {
        objection = objection(connection, url);
      }
      objection.ifPresent(sentence -> {
        throw new DatabaseUnusable(sentence);
      });
      return facts.version();
    } catch (SQLException failure) {
      throw ServerCheck.unusable(url, failure);
    }
  }

  private static Optional<String> objection(Connection connection, DatabaseUrl url)
      throws SQLException {
    String where = "\"%s\" at %s".formatted(url.database(), url.hostList());
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(QUERY)) {
      rows.next();
      return objection(rows.getBoolean(1), rows.getBoolean(2), rows.getString(3), where);
    }
  }

  private static Optional<String> objection(
      boolean findsTables, boolean mayMakeTables, @Nullable String denied, String where) {
    if (!findsTables) {
      return Optional.of(
          "The user finds no tables in the database %s: it may not use their schema, or they were"
                  .formatted(where)
              + " made elsewhere.");
    }
    if (mayMakeTables) {
      return Optional.of(
          "The user may make or drop tables in the database %s, though another one is set for that."
              .formatted(where));
    }
    return Optional.ofNullable(denied)
        .map(tables ->
            "The user may not read and write all tables of the database %s: %s."
                .formatted(where, tables));
  }
}
