package dev.portico.persistence.shared;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A savepoint of the application, under a name that no savepoint of the sandbox has. */
record SandboxSavepoint(int number, @Nullable String name) implements Savepoint {

  private static final AtomicInteger COUNT = new AtomicInteger();

  static SandboxSavepoint next(@Nullable String name) {
    return new SandboxSavepoint(COUNT.incrementAndGet(), name);
  }

  String sqlName() {
    return "application_" + number;
  }

  @Override
  public int getSavepointId() throws SQLException {
    if (name != null) {
      throw new SQLException("the savepoint has a name");
    }
    return number;
  }

  @Override
  public String getSavepointName() throws SQLException {
    if (name == null) {
      throw new SQLException("the savepoint has no name");
    }
    return name;
  }
}
