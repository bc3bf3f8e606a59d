package dev.portico.bootstrap;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Notes the statements that the current thread sends while it answers a request. A batch is one; so
 * is what a transaction begins and ends with none.
 */
final class CountedStatements implements AutoCloseable {

  private static final ThreadLocal<@Nullable CountedStatements> CURRENT = new ThreadLocal<>();

  private final List<String> sent = new ArrayList<>();

  private CountedStatements() {}

  /** Begins to note, until it is closed. */
  static CountedStatements begin() {
    var counted = new CountedStatements();
    CURRENT.set(counted);
    return counted;
  }

  /** What was sent so far, in order. */
  List<String> sent() {
    return List.copyOf(sent);
  }

  @Override
  public void close() {
    CURRENT.remove();
  }

  /** The same source; what is sent over its connections is noted while somebody notes it. */
  static DataSource over(DataSource source) {
    return around(
        DataSource.class,
        source,
        (_, _, result) ->
            result instanceof Connection connection && CURRENT.get() != null
                ? around(Connection.class, connection, CountedStatements::noted)
                : result);
  }

  private interface Answer {
    @Nullable Object of(Method method, Object @Nullable [] arguments, @Nullable Object result);
  }

  private static <T> T around(Class<T> type, T target, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            CountedStatements.class.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              try {
                return answer.of(method, arguments, method.invoke(target, arguments));
              } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
              }
            }));
  }

  private static @Nullable Object noted(
      Method method, Object @Nullable [] arguments, @Nullable Object result) {
    return switch (result) {
      case PreparedStatement prepared ->
          around(PreparedStatement.class, prepared, noting(firstOf(arguments)));
      case Statement statement -> around(Statement.class, statement, noting(Optional.empty()));
      case null, default -> result;
    };
  }

  private static Answer noting(Optional<String> prepared) {
    return (method, arguments, result) -> {
      var counted = CURRENT.get();
      if (counted != null && method.getName().startsWith("execute")) {
        counted.sent.add(firstOf(arguments).or(() -> prepared).orElse("a batch"));
      }
      return result;
    };
  }

  private static Optional<String> firstOf(Object @Nullable [] arguments) {
    return Optional.ofNullable(arguments)
        .filter(some -> some.length > 0)
        .map(some -> String.valueOf(some[0]));
  }
}
