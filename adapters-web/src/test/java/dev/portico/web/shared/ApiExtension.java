package dev.portico.web.shared;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import dev.portico.testkit.Capability;
import dev.portico.testkit.Isolation;
import dev.portico.testkit.Needs;
import dev.portico.testkit.NotHere;
import dev.portico.testkit.PortOverrides;
import dev.portico.testkit.Rung;
import dev.portico.testkit.TestScope;
import dev.portico.testkit.TestTasks;
import dev.portico.testkit.TestTime;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each API test the service as it is at the depth of this run. */
final class ApiExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver, ExecutionCondition {

  private static final ExtensionContext.Namespace SPACE =
      ExtensionContext.Namespace.create(ApiExtension.class);

  private static final Map<Class<?>, Function<ServiceUnderTest, Object>> PARAMETERS =
      Map.of(
          ServiceUnderTest.class, service -> service,
          TestClient.class, ServiceUnderTest::client,
          TestUser.class, ServiceUnderTest::testUser,
          TestScope.class, ServiceUnderTest::scope,
          PortOverrides.class, ServiceUnderTest::ports,
          TestTime.class, ServiceUnderTest::time,
          TestTasks.class, ServiceUnderTest::tasks);

  private static final Map<Class<?>, Capability> NEEDED_BY =
      Map.of(
          PortOverrides.class, Capability.OVERRIDES,
          TestTime.class, Capability.TIME,
          TestTasks.class, Capability.TASKS);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
    return needs(test)
        .filter(need -> !Depths.chosen().offers(need))
        .findFirst()
        .map(need -> ConditionEvaluationResult.disabled(NotHere.reason(need)))
        .orElseGet(() -> ConditionEvaluationResult.enabled("nothing is missing"));
  }

  private static Stream<Capability> needs(ExtensionContext test) {
    return test.getElement().stream()
        .flatMap(element -> Stream.concat(said(element), shown(element)));
  }

  private static Stream<Capability> said(AnnotatedElement element) {
    return findAnnotation(element, Needs.class).stream().flatMap(it -> Arrays.stream(it.value()));
  }

  /** What parameters show to be needed; those of a class are its constructor's. */
  private static Stream<Capability> shown(AnnotatedElement element) {
    var takers =
        element instanceof Class<?> type
            ? Arrays.<Executable>stream(type.getDeclaredConstructors())
            : Stream.of((Executable) element);
    return takers
        .flatMap(taker -> Arrays.stream(taker.getParameterTypes()))
        .flatMap(type -> Optional.ofNullable(NEEDED_BY.get(type)).stream());
  }

  /** So that a constructor's parameters are the test's own, too. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return PARAMETERS.containsKey(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return Objects.requireNonNull(PARAMETERS.get(parameter.getParameter().getType()))
        .apply(opened(test).service());
  }

  /** The service of a test, and its thread's membership. */
  private record Opened(ServiceUnderTest service, TestScope.Binding binding) {}

  private static Opened opened(ExtensionContext test) {
    return test.getStore(SPACE)
        .computeIfAbsent(
            test.getUniqueId(),
            _ -> {
              var service = Depths.chosen().open(nameOf(test), rungOf(test));
              return new Opened(service, service.scope().bind());
            },
            Opened.class);
  }

  private static String nameOf(ExtensionContext test) {
    return test.getRequiredTestClass().getSimpleName()
        + "."
        + test.getRequiredTestMethod().getName();
  }

  private static Rung rungOf(ExtensionContext test) {
    return rungOf(test.getRequiredTestMethod(), test.getRequiredTestClass());
  }

  /** What a test asks for where it runs on PostgreSQL. */
  static Rung rungOf(Method test, Class<?> of) {
    return findAnnotation(test, Isolation.class)
        .or(() -> findAnnotation(of, Isolation.class))
        .map(Isolation::value)
        .map(ApiExtension::askable)
        .orElse(Rung.SANDBOX);
  }

  /** Fakes are where a run is, not what a test may ask for. */
  private static Rung askable(Rung rung) {
    if (rung == Rung.FAKE) {
      throw new IllegalArgumentException(
          "@Isolation(FAKE) cannot be asked for: a run is over fakes, or it is not. Say SANDBOX or"
              + " CLONE, which is heeded on PostgreSQL.");
    }
    return rung;
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    var _ = opened(test);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    var opened = opened(test);
    opened.binding().close();
    test.getExecutionException()
        .ifPresent(failure -> {
          var said = opened.service().failed();
          if (!said.isEmpty()) {
            failure.addSuppressed(new AssertionError(said));
          }
        });
    opened.service().close();
  }
}
