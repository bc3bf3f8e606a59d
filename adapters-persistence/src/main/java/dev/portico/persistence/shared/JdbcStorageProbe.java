package dev.portico.persistence.shared;

import dev.portico.application.shared.port.StorageProbe;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Asks for a sign of life over a connection of the pool: at most 2.5 s for it and 1 s for that. */
final class JdbcStorageProbe implements StorageProbe {

  private static final int SIGN_OF_LIFE_S = 1;

  private final DataSource connections;

  JdbcStorageProbe(DataSource connections) {
    this.connections = connections;
  }

  @Override
  public boolean answers() {
    try (var connection = connections.getConnection()) {
      return connection.isValid(SIGN_OF_LIFE_S);
    } catch (SQLException | RuntimeException away) {
      return false;
    }
  }
}
