package dev.portico.bootstrap;

import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.TestPostgres;
import dev.portico.web.shared.SocketClient;
import dev.portico.web.shared.TestClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole service in this process, on a database of its own, behind a real socket, for tests that
 * speak to the socket itself. Tasks are not run.
 */
final class PorticoOnTestDatabase {

  static final String PUBLIC_URL = "https://portico.example";

  private static final class Shared {
    /** People in its rooms may speak as fast as tests can. */
    static final RunningPortico SERVICE = start(Map.of("CHAT_MESSAGES_PER_SECOND", "1000"));

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(SERVICE::close));
    }
  }

  private PorticoOnTestDatabase() {}

  /**
   * One of the caller's own, to be closed by the caller; it does not run tasks until it is told to.
   *
   * @param more settings
   */
  static RunningPortico start(Map<String, String> more) {
    return start(TestPostgres.database(), more);
  }

  /** The same on this database. */
  static RunningPortico start(DatabaseUrl database, Map<String, String> more) {
    var environment = new HashMap<>(environment(database));
    environment.putAll(more);
    return RunningPortico.startWithoutTasks(
        Settings.of(RawSettings.collect(environment, Map.of(), List.of())), _ -> {}, new Outside());
  }

  /** Where it listens. */
  static int port() {
    return Shared.SERVICE.localUrl().getPort();
  }

  static TestClient client() {
    return new SocketClient(Shared.SERVICE.localUrl());
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
}
