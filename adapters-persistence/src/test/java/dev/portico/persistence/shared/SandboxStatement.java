package dev.portico.persistence.shared;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A statement on one of the application's connections. */
final class SandboxStatement implements Overlay {

  private final SandboxConnection connection;
  private final Object statement;
  private final Optional<String> prepared;

  private SandboxStatement(
      SandboxConnection connection, Object statement, Optional<String> prepared) {
    this.connection = connection;
    this.statement = statement;
    this.prepared = prepared;
  }

  /** Of the type that the connection was asked for. */
  static Object over(
      SandboxConnection connection, Class<?> type, Object statement, Optional<String> prepared) {
    return Overlay.as(type, new SandboxStatement(connection, statement, prepared));
  }

  Connection getConnection() {
    return connection.proxy();
  }

  @Override
  public @Nullable Object otherwise(Method method, Object @Nullable [] arguments) throws Throwable {
    boolean executes = method.getName().startsWith("execute");
    var sql = prepared;
    if ((executes || method.getName().equals("addBatch"))
        && arguments != null
        && arguments[0] instanceof String text) {
      connection.check(text);
      sql = Optional.of(text);
    }
    return executes
        ? connection.run(sql, () -> Overlay.pass(statement, method, arguments))
        : Overlay.pass(statement, method, arguments);
  }
}
