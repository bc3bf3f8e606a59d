package dev.portico.testkit;

import dev.portico.application.shared.port.TaskQueue;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stands in the place of an outbound port for the whole life of the service, and hands each call to
 * what the running test has there. So a test may change any port, and nothing is built anew.
 */
public final class PortProxy<P> implements InvocationHandler {

  private static final Set<Class<?>> KNOWN = ConcurrentHashMap.newKeySet();

  private final Class<P> port;
  private final Function<TestScope, P> otherwise;

  private PortProxy(Class<P> port, Function<TestScope, P> otherwise) {
    this.port = port;
    this.otherwise = otherwise;
  }

  /**
   * A proxy of this port.
   *
   * @param otherwise what answers where the test has put nothing in its place
   */
  public static <P> P of(Class<P> port, Function<TestScope, P> otherwise) {
    KNOWN.add(port);
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(), new Class<?>[] {port}, new PortProxy<>(port, otherwise)));
  }

  /** The ports that have ever been given a proxy. */
  static Set<Class<?>> known() {
    return KNOWN;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, arguments);
    }
    var scope =
        TestScope.found()
            .orElseThrow(() ->
                new NoTestScope(
                    "Port %s was called (%s)".formatted(port.getSimpleName(), method.getName())));
    if (port == TaskQueue.class && method.getName().equals("add")) {
      scope.find(TestTasks.class).ifPresent(TestTasks::wereAddedTo);
    }
    var overrides = scope.find(PortOverrides.class);
    if (overrides.isEmpty()) {
      return call(otherwise.apply(scope), method, arguments);
    }
    overrides.get().before(port, method);
    return call(overrides.get().target(port, () -> otherwise.apply(scope)), method, arguments);
  }

  @SuppressWarnings("ReferenceEquality") // A proxy is equal to itself alone.
  private @Nullable Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "the test's " + port.getSimpleName();
    };
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getTargetException();
    }
  }
}
