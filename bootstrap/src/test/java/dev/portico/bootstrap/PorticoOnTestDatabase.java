package dev.portico.bootstrap;

import dev.portico.application.access.port.SigningKeys;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.Users;
import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.TestPostgres;
import dev.portico.web.access.TokenForge;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.SocketClient;
import dev.portico.web.shared.TestClient;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * The whole service in this process, on a database of its own, behind a real socket. Tasks wait
 * until a test runs them.
 */
final class PorticoOnTestDatabase implements ServiceUnderTest {

  static final String PUBLIC_URL = "https://portico.example";

  private static final class Shared {
    static final PorticoOnTestDatabase SERVICE =
        new PorticoOnTestDatabase(TestPostgres.database(), Map.of());

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(SERVICE.service::close));
    }
  }

  private final RunningPortico service;
  private final TestClient client;

  PorticoOnTestDatabase(DatabaseUrl database, Map<String, String> more) {
    var environment = new java.util.HashMap<>(environment(database));
    environment.putAll(more);
    service =
        RunningPortico.startWithoutTasks(
            Settings.of(RawSettings.collect(environment, Map.of(), List.of())), _ -> {});
    client = new SocketClient(service.localUrl());
  }

  /** The one that tests share which leave nothing behind but rows of their own. */
  static PorticoOnTestDatabase shared() {
    return Shared.SERVICE;
  }

  /** The settings of a service on this database. */
  static Map<String, String> environment(DatabaseUrl database) {
    return Map.of(
        "PORT",
        "0",
        "PUBLIC_URL",
        PUBLIC_URL,
        "SECRET_KEY",
        "kX93vQ0aPz7LmT2hRw8BnC4yDe6FgJ1u",
        "DATABASE_URL",
        TestPostgres.uri(database));
  }

  RunningPortico service() {
    return service;
  }

  int port() {
    return service.localUrl().getPort();
  }

  private <T> T bean(Class<T> type) {
    return service.context().getBean(type);
  }

  @Override
  public TestClient client() {
    return client;
  }

  @Override
  public Users users() {
    return bean(Users.class);
  }

  @Override
  public PasswordHasher passwordHasher() {
    return bean(PasswordHasher.class);
  }

  @Override
  public TokenForge tokens() {
    return new TokenForge(
        bean(SigningKeys.class), PUBLIC_URL, bean(InstantSource.class), bean(IdGenerator.class));
  }
}
