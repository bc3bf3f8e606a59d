package dev.portico.web.shared;

import dev.portico.application.Fakes;
import dev.portico.application.Hexagon;
import dev.portico.application.Ports;
import dev.portico.application.access.port.AccessTokens;
import dev.portico.application.access.port.KeyGenerator;
import dev.portico.application.access.port.SigningKeys;
import dev.portico.application.feed.port.ExternalSource;
import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.testkit.PortProxy;
import dev.portico.testkit.Rung;
import dev.portico.testkit.TestScope;
import dev.portico.web.access.AccessWeb;
import dev.portico.web.audit.AuditWeb;
import dev.portico.web.chat.ChatWeb;
import dev.portico.web.counters.CountersWeb;
import dev.portico.web.events.EventsWeb;
import dev.portico.web.feed.FeedWeb;
import dev.portico.web.items.ItemsWeb;
import dev.portico.web.notifications.NotificationsWeb;
import dev.portico.web.payments.PaymentsWeb;
import dev.portico.web.reports.ReportsWeb;
import dev.portico.web.tasks.TasksWeb;
import dev.portico.web.users.UsersWeb;
import dev.portico.web.webhooks.WebhooksWeb;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

/**
 * The web side as it is in production, over whatever the running test has in the place of each
 * port. It is built once and serves all tests at once.
 */
final class WebSide {

  /** A feature's routes each, as bootstrap's wiring lists them. */
  private static final List<Class<?>> FEATURES =
      List.of(
          SharedWeb.class,
          AuditWeb.class,
          TasksWeb.class,
          UsersWeb.class,
          AccessWeb.class,
          EventsWeb.class,
          CountersWeb.class,
          ChatWeb.class,
          NotificationsWeb.class,
          FeedWeb.class,
          PaymentsWeb.class,
          ItemsWeb.class,
          ReportsWeb.class,
          WebhooksWeb.class);

  /** What a service shows that asks about tokens. */
  static final String INTROSPECTION_SECRET = "Zq8vL2xN5cR7tY1uB4mK9pW3sD6fG0hJ";

  private static final byte[] SECRET = new byte[32];
  private static final AtomicInteger BUILT = new AtomicInteger();
  private static final Map<String, WebSide> BY_ADDRESS = new ConcurrentHashMap<>();

  /** The service's own, whichever test it works for: it reads them once. */
  private final SigningKeys signingKeys = new Fakes().signingKeys;

  private final WebSettings settings;
  private final WebApplicationContext context;
  private final DispatcherClient.Door door;

  private WebSide(String publicUrl) {
    settings = new WebSettings(URI.create(publicUrl));
    context = build();
    door = new DispatcherClient.Door(context);
    BUILT.incrementAndGet();
  }

  /** The service at this public address; all tests that ask get the same one. */
  static WebSide at(String publicUrl) {
    return BY_ADDRESS.computeIfAbsent(publicUrl, WebSide::new);
  }

  /** A service of one's own, for a test that changes what all tests share. */
  static WebSide alone(String publicUrl) {
    return new WebSide(publicUrl);
  }

  /** How many have been built; each costs a fraction of a second. */
  static int built() {
    return BUILT.get();
  }

  private WebApplicationContext build() {
    var starting = new AnnotationConfigWebApplicationContext();
    starting.setServletContext(new MockServletContext());
    starting.register(FEATURES.toArray(Class<?>[]::new));
    starting.register(Ports.class, ProbeController.class);
    starting.addBeanFactoryPostProcessor(this::register);
    var scope = TestScope.open("the start of the service", Rung.FAKE);
    scope.put(Ports.class, new Fakes().ports());
    try (scope;
        var _ = scope.bind()) {
      starting.refresh();
    }
    return starting;
  }

  private void register(ConfigurableListableBeanFactory beans) {
    beans.registerSingleton("settings", settings);
    beans.registerSingleton("requestSecret", new RequestSecret(SECRET));
    beans.registerSingleton("signingKeys", signingKeys);
    beans.registerSingleton(
        "accessSettings", new AccessWeb.Settings(Optional.of(INTROSPECTION_SECRET)));
    beans.registerSingleton("chatSettings", ChatWeb.Settings.DEFAULT);
    beans.registerSingleton("mailSettings", MailSettings.inMemory());
    beans.registerSingleton("feedSettings", new FeedWeb.Settings(Optional.empty()));
    beans.registerSingleton(
        "paymentsSettings", new PaymentsWeb.Settings(Optional.empty(), Optional.empty()));
    beans.registerSingleton("upgrades", new ScopedUpgrade(new InMemoryUpgrade()));
    beans.registerSingleton("socketThreads", new SocketThreads(Runnable::run));
    for (var port : Ports.class.getRecordComponents()) {
      if (beans.getBeanNamesForType(port.getType(), true, false).length == 0) {
        beans.registerSingleton(port.getName(), standIn(port));
      }
    }
    beans.addBeanPostProcessor(new AdaptersOfTheWeb(beans));
    ((DefaultListableBeanFactory) beans)
        .registerBeanDefinition(
            "hexagon",
            BeanDefinitionBuilder.genericBeanDefinition(
                    Hexagon.class, () -> Hexagon.over(beans.getBean(Ports.class)))
                .getBeanDefinition());
  }

  /** A rule is what it is; of a port, each test has its own. */
  private static Object standIn(RecordComponent port) {
    return port.getType().isInterface()
        ? ofTheTest(port.getType())
        : componentOf(new Fakes().ports(), port);
  }

  private static <P> P ofTheTest(Class<P> port) {
    var component =
        Arrays.stream(Ports.class.getRecordComponents())
            .filter(it -> it.getType() == port)
            .findFirst()
            .orElseThrow();
    return PortProxy.of(port, scope -> port.cast(componentOf(scope.get(Ports.class), component)));
  }

  private static Object componentOf(Ports ports, RecordComponent component) {
    try {
      return component.getAccessor().invoke(ports);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Ports that the web side fills itself. What it makes of nothing but its own code stays, so that
   * it is tested through the API; what keeps something or talks to a peer is the test's fake.
   */
  private static final class AdaptersOfTheWeb implements BeanPostProcessor {

    private static final Set<Class<?>> STAY =
        Set.of(AccessTokens.class, KeyGenerator.class, ExternalSource.class);

    /** These stay as well, but remember things, so that each test has another. */
    private static final Set<Class<?>> STAY_WITH_A_MEMORY = Set.of(PaymentGateway.class);

    private final AutowireCapableBeanFactory beans;

    AdaptersOfTheWeb(AutowireCapableBeanFactory beans) {
      this.beans = beans;
    }

    @Override
    public @Nullable Object postProcessAfterInitialization(Object bean, String name) {
      return Arrays.stream(bean.getClass().getInterfaces())
          .filter(type -> !Proxy.isProxyClass(bean.getClass()) && isAPort(type))
          .findFirst()
          .<Object>map(port -> standIn(port, bean))
          .orElse(bean);
    }

    private <P> P standIn(Class<P> port, Object adapter) {
      if (STAY_WITH_A_MEMORY.contains(port)) {
        return PortProxy.of(port, scope -> scope.own(port, () -> another(adapter.getClass())));
      }
      return STAY.contains(port) ? before(port, adapter) : ofTheTest(port);
    }

    private Object another(Class<?> adapter) {
      return beans.autowire(adapter, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
    }

    private static boolean isAPort(Class<?> type) {
      return Arrays.stream(Ports.class.getRecordComponents()).anyMatch(it -> it.getType() == type);
    }

    private static <P> P before(Class<P> port, Object adapter) {
      return PortProxy.of(port, _ -> port.cast(adapter));
    }
  }

  WebApplicationContext context() {
    return context;
  }

  String publicUrl() {
    return settings.publicUrl().toString();
  }

  SigningKeys signingKeys() {
    return signingKeys;
  }

  DispatcherClient client(TestScope scope) {
    return new DispatcherClient(door, scope);
  }
}
