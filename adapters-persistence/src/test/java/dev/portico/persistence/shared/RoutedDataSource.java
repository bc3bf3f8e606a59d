package dev.portico.persistence.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Hands out connections of whatever source the supplier names at that moment, so that one Hibernate
 * serves every test's database.
 */
public final class RoutedDataSource implements Connections {

  private final Supplier<DataSource> current;

  public RoutedDataSource(Supplier<DataSource> current) {
    this.current = current;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return current.get().getConnection();
  }
}
