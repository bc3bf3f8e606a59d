package dev.portico.bootstrap;

import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.TestPostgres;
import java.util.List;
import java.util.Map;

/**
 * The whole service in this process, on a database of its own, behind a real socket, for tests that
 * speak to the socket itself. Tasks are not run.
 */
final class PorticoOnTestDatabase {

  static final String PUBLIC_URL = "https://portico.example";

  private static final class Shared {
    static final RunningPortico SERVICE =
        RunningPortico.startWithoutTasks(
            Settings.of(
                RawSettings.collect(environment(TestPostgres.database()), Map.of(), List.of())),
            _ -> {},
            new Outside());

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(SERVICE::close));
    }
  }

  private PorticoOnTestDatabase() {}

  /** Where it listens. */
  static int port() {
    return Shared.SERVICE.localUrl().getPort();
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
