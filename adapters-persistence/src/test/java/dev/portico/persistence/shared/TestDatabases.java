package dev.portico.persistence.shared;

import javax.sql.DataSource;

/** The service's {@link Database} over connections of a test's choice. */
public final class TestDatabases {

  private TestDatabases() {}

  /** Closing it closes none of the connections. */
  public static Database over(DataSource connections) {
    return Database.over(connections);
  }
}
