package dev.portico.persistence.shared;

import java.sql.SQLException;

/**
 * What decides how databases are copied on a server.
 *
 * @param version the major one
 * @param fullVersion as the server writes it
 * @param durable whether it waits for the disk
 */
record ServerTraits(int version, String fullVersion, boolean durable) {

  private static final int FIRST_WITH_STRATEGIES = 15;

  static ServerTraits of(DatabaseUrl server) {
    try (var connection = server.connect();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select current_setting('server_version'), current_setting('fsync')::boolean")) {
      rows.next();
      return new ServerTraits(
          connection.getMetaData().getDatabaseMajorVersion(),
          rows.getString(1),
          rows.getBoolean(2));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Copying files is faster than logging every page, where nothing waits for the disk. */
  String strategy() {
    return version >= FIRST_WITH_STRATEGIES && !durable ? " strategy file_copy" : "";
  }
}
