package dev.portico.testkit;

import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.mock;

import dev.portico.domain.shared.CanIgnoreReturnValue;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What one test has put in the place of outbound ports. Nothing is built anew for it, other tests
 * see nothing of it, and it is over when the test is.
 */
public final class PortOverrides {

  private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);

  private final TestScope scope;
  private final Map<Class<?>, UnaryOperator<Object>> targets = new ConcurrentHashMap<>();
  private final Map<Class<?>, List<Rule>> rules = new ConcurrentHashMap<>();

  /** What happens at each call before it reaches its target. */
  private interface Rule {
    void before(Method method);
  }

  /** The overrides of a scope, which has none yet. */
  public PortOverrides(TestScope scope) {
    this.scope = scope;
  }

  /**
   * Puts something else in the place of a port: an object, a mock or, where the port has one
   * method, a lambda.
   *
   * @return the replacement
   */
  @CanIgnoreReturnValue
  public <P> P override(Class<P> port, P replacement) {
    check(port);
    targets.put(port, _ -> replacement);
    return replacement;
  }

  /** Puts something around what is there now, which it is given. */
  public <P> void wrap(Class<P> port, UnaryOperator<P> around) {
    check(port);
    var inner = targets.getOrDefault(port, UnaryOperator.identity());
    var made = new ConcurrentHashMap<Object, P>();
    targets.put(
        port,
        original -> made.computeIfAbsent(original, it -> around.apply(port.cast(inner.apply(it)))));
  }

  /** Goes on with what is there now and remembers every call, for Mockito's {@code verify}. */
  public <P> P spy(Class<P> port) {
    check(port);
    var inner = targets.getOrDefault(port, UnaryOperator.identity());
    // Found out with the first call; the same for all calls of one test.
    var original = new AtomicReference<Object>();
    P spied = mock(port, call -> delegatesTo(inner.apply(original.get())).answer(call));
    targets.put(
        port,
        target -> {
          original.set(target);
          return spied;
        });
    return spied;
  }

  /** Lets the next calls of a port fail, and those after them pass. */
  public void fail(Class<?> port, RuntimeException failure, int times) {
    var left = new AtomicInteger(times);
    add(
        port,
        _ -> {
          if (left.getAndDecrement() > 0) {
            throw failure;
          }
        });
  }

  /**
   * Makes every call of a port take longer.
   *
   * @param delay real time, 5 s at the most
   */
  public void delay(Class<?> port, Duration delay) {
    if (delay.compareTo(LONGEST_DELAY) > 0) {
      throw new IllegalArgumentException(
          "a delay of %s would stall the whole run; take a gate, or at most %s"
              .formatted(delay, LONGEST_DELAY));
    }
    add(port, _ -> LockSupport.parkNanos(delay.toNanos()));
  }

  /** Stops every call of this method at a gate, until the test opens it. */
  public Gate gate(Class<?> port, String method) {
    if (List.of(port.getMethods()).stream().noneMatch(it -> it.getName().equals(method))) {
      throw new IllegalArgumentException(
          "%s has no method %s".formatted(port.getSimpleName(), method));
    }
    var gate = new Gate(port.getSimpleName() + "." + method);
    add(
        port,
        called -> {
          if (called.getName().equals(method)) {
            gate.pass();
          }
        });
    scope.atEnd(gate::open);
    return gate;
  }

  private void add(Class<?> port, Rule rule) {
    check(port);
    rules.computeIfAbsent(port, _ -> new CopyOnWriteArrayList<>()).add(rule);
  }

  private static void check(Class<?> port) {
    if (!PortProxy.known().contains(port)) {
      throw new IllegalArgumentException(
          "%s is no outbound port that the service under test has; these are: %s"
              .formatted(
                  port.getSimpleName(),
                  PortProxy.known().stream()
                      .map(Class::getSimpleName)
                      .sorted()
                      .collect(Collectors.joining(", "))));
    }
  }

  void before(Class<?> port, Method method) {
    rules.getOrDefault(port, List.of()).forEach(rule -> rule.before(method));
  }

  Object target(Class<?> port, Supplier<?> original) {
    return targets.getOrDefault(port, UnaryOperator.identity()).apply(original.get());
  }
}
