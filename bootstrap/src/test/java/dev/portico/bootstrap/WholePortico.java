package dev.portico.bootstrap;

import dev.portico.application.access.port.SigningKeys;
import dev.portico.application.access.port.Standings;
import dev.portico.application.chat.port.RoomFeed;
import dev.portico.application.notifications.port.Mailer;
import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.application.shared.port.Cache;
import dev.portico.application.shared.port.Coalescer;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.persistence.shared.Clones;
import dev.portico.persistence.shared.Database;
import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.RoutedDataSource;
import dev.portico.persistence.shared.TestDatabase;
import dev.portico.persistence.shared.TestDatabases;
import dev.portico.persistence.users.CheapHashes;
import dev.portico.testkit.PortProxy;
import dev.portico.testkit.Rung;
import dev.portico.testkit.TestScope;
import dev.portico.testkit.TestTime;
import dev.portico.web.shared.ScopedUpgrade;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.web.socket.server.RequestUpgradeStrategy;

/**
 * The whole service in this process, behind a real socket, for all tests at once: which database it
 * works on, which time it has and what stands in the place of its ports is up to the test that a
 * request names.
 */
final class WholePortico {

  /** Either the service, or why there is none: each test is to hear that, not the first alone. */
  private static final class Shared {
    static final Supplier<WholePortico> SERVICE = start();

    private static Supplier<WholePortico> start() {
      try {
        var service = new WholePortico();
        return () -> service;
      } catch (RuntimeException failure) {
        return () -> {
          throw new IllegalStateException("the service did not start", failure);
        };
      }
    }
  }

  /** Filled by adapters that keep something in this process, which is not to leave its test. */
  private static final Set<Class<?>> WITH_A_MEMORY =
      Set.of(
          RoomFeed.class,
          Mailer.class,
          Cache.class,
          Coalescer.class,
          PaymentGateway.class,
          Standings.class);

  /** The settings need an address; connections come from elsewhere. */
  private static final DatabaseUrl NEVER_ASKED =
      DatabaseUrl.parse("postgresql://nobody@localhost/none").orThrow();

  /** The service's own scope: what it reads for itself, such as its signing keys. */
  private final TestScope own = TestScope.open("the service itself", Rung.CLONE);

  private final RunningPortico service;

  private WholePortico() {
    own.put(TestDatabase.class, Clones.open());
    try (var _ = own.bind()) {
      service =
          RunningPortico.startWithoutTasks(
              Settings.of(
                  RawSettings.collect(
                      PorticoOnTestDatabase.environment(NEVER_ASKED), Map.of(), List.of())),
              _ -> {},
              new TestsAround());
    }
    Runtime.getRuntime().addShutdownHook(new Thread(service::close));
  }

  /** Started when first asked for. */
  static WholePortico shared() {
    return Shared.SERVICE.get();
  }

  URI url() {
    return service.localUrl();
  }

  <T> T bean(Class<T> type) {
    return service.context().getBean(type);
  }

  /** What a request sends over them is counted; what the service reads for itself is not. */
  private DataSource connectionsOf(TestScope scope) {
    var connections = scope.get(TestDatabase.class).connections();
    return scope == own ? connections : CountedStatements.over(connections);
  }

  /** Database, time and ports by test. */
  private final class TestsAround extends Outside {

    private final InstantSource real = super.time();

    @Override
    InstantSource time() {
      return PortProxy.of(
          InstantSource.class,
          scope -> scope.find(TestTime.class).<InstantSource>map(it -> it).orElse(real));
    }

    @Override
    Database open(DatabaseUrl url, Optional<DatabaseUrl> owner) {
      return TestDatabases.over(new RoutedDataSource(() -> connectionsOf(TestScope.current())));
    }

    @Override
    void prepare(ConfigurableListableBeanFactory beans) {
      beans.addBeanPostProcessor(new StandIns());
      var filter = new FilterRegistrationBean<>(new ScopeFilter());
      filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
      beans.registerSingleton("scopeFilter", filter);
    }
  }

  /** Puts a stand-in before every adapter, which goes on to it unless the test says otherwise. */
  private final class StandIns implements BeanPostProcessor {

    @Override
    public @Nullable Object postProcessAfterInitialization(Object bean, String name) {
      if (bean instanceof RequestUpgradeStrategy upgrade) {
        return new ScopedUpgrade(upgrade);
      }
      return Arrays.stream(bean.getClass().getInterfaces())
          .filter(
              type -> type.getPackageName().matches("dev\\.portico\\.application\\.\\w+\\.port"))
          .findFirst()
          .map(port -> standIn(port, bean))
          .orElse(bean);
    }

    private <P> Object standIn(Class<P> port, Object adapter) {
      if (port == SigningKeys.class) {
        return ownAlways(port, adapter);
      }
      if (WITH_A_MEMORY.contains(port)) {
        return PortProxy.of(port, scope -> scope.own(port, () -> another(adapter.getClass())));
      }
      var target = port == PasswordHasher.class ? CheapHashes.hasher() : adapter;
      return PortProxy.of(port, _ -> port.cast(target));
    }
  }

  /** Of the same class as the service's own. */
  private Object another(Class<?> adapter) {
    return service
        .context()
        .getAutowireCapableBeanFactory()
        .autowire(adapter, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
  }

  /** The service reads its keys once, for all tests, so they are not of any test's database. */
  private Object ownAlways(Class<?> port, Object adapter) {
    return Proxy.newProxyInstance(
        port.getClassLoader(),
        new Class<?>[] {port},
        (_, method, arguments) -> {
          try (var _ = own.bind()) {
            return method.invoke(adapter, arguments);
          } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
          }
        });
  }
}
