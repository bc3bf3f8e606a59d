package dev.portico.persistence.shared;

import java.lang.reflect.Method;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** A statement on one of the application's connections. */
final class SandboxStatement implements Overlay {

  private final SandboxConnection connection;
  private final Object statement;

  private SandboxStatement(SandboxConnection connection, Object statement) {
    this.connection = connection;
    this.statement = statement;
  }

  /** Of the type that the connection was asked for. */
  static Object over(SandboxConnection connection, Class<?> type, Object statement) {
    return Overlay.as(type, new SandboxStatement(connection, statement));
  }

  Connection getConnection() {
    return connection.proxy();
  }

  @Override
  public @Nullable Object otherwise(Method method, Object @Nullable [] arguments) throws Throwable {
    boolean executes = method.getName().startsWith("execute");
    if ((executes || method.getName().equals("addBatch"))
        && arguments != null
        && arguments[0] instanceof String sql) {
      connection.check(sql);
    }
    return executes
        ? connection.run(() -> Overlay.pass(statement, method, arguments))
        : Overlay.pass(statement, method, arguments);
  }
}
