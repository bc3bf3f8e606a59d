package dev.portico.persistence.shared;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An object of one of JDBC's interfaces, most of which have some fifty methods, made by an object
 * that declares only those it cares for. It finds out about all others in {@link #otherwise}.
 */
interface Overlay {

  /** Any method that is not declared with this name and these parameters. */
  @Nullable Object otherwise(Method method, Object @Nullable [] arguments) throws Throwable;

  /** The object to hand out. */
  static <T> T as(Class<T> type, Overlay overlay) {
    InvocationHandler handler =
        (proxy, method, arguments) -> call(overlay, proxy, method, arguments);
    return type.cast(
        Proxy.newProxyInstance(Overlay.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object call(
      Overlay overlay, Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return method.getName().equals("equals") && arguments != null
          ? (Object) isSame(proxy, arguments[0])
          : method.invoke(overlay, arguments);
    }
    var own = Declared.of(overlay.getClass(), method);
    return own.isPresent()
        ? pass(overlay, own.get(), arguments)
        : overlay.otherwise(method, arguments);
  }

  @SuppressWarnings("ReferenceEquality") // To ask the proxy would lead back here.
  private static boolean isSame(Object proxy, Object other) {
    return proxy == other;
  }

  /** Calls the method, and throws what it throws. */
  static @Nullable Object pass(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failure) {
      throw Optional.ofNullable(failure.getCause()).orElse(failure);
    }
  }

  /** Which methods an overlay declares, looked up once. */
  record Declared(Class<?> overlay, Method method) {

    private static final Map<Declared, Optional<Method>> KNOWN = new ConcurrentHashMap<>();

    static Optional<Method> of(Class<?> overlay, Method method) {
      return KNOWN.computeIfAbsent(new Declared(overlay, method), Declared::find);
    }

    private Optional<Method> find() {
      try {
        return Optional.of(overlay.getDeclaredMethod(method.getName(), method.getParameterTypes()));
      } catch (NoSuchMethodException none) {
        return Optional.empty();
      }
    }
  }
}
