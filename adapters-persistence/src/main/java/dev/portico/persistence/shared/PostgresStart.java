package dev.portico.persistence.shared;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One attempt to start the embedded server. */
final class PostgresStart {

  /** Recovering from a crash may take a while; a start that fails is told at once. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int LOOK_AT_LOG_EVERY_MS = 100;

  /** The library is made for tests and starts its servers with durability off. */
  private static final Map<String, String> DURABLE =
      Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

  private static final Map<String, String> SETTINGS =
      Map.of(
          "max_connections", "100",
          // The TCP port is enough, and a socket in /tmp would be one more way in.
          "unix_socket_directories", "",
          "log_checkpoints", "off");

  private final DataFolder folder;
  private final Path binaries;
  private final String password;

  PostgresStart(DataFolder folder, Path binaries, String password) {
    this.folder = folder;
    this.binaries = binaries;
    this.password = password;
  }

  /**
   * Waits until the server answers.
   *
   * @throws DatabaseUnusable with the server's own reason if it gives up
   */
  EmbeddedPostgres run() throws IOException {
    var log = folder.newLog();
    var start = new FutureTask<>(builder(log)::start);
    // The library goes on waiting for a server that has given up, unless it is interrupted.
    var thread = Thread.ofPlatform().name("postgres-start").daemon().start(start);
    boolean gaveUp = false;
    while (true) {
      try {
        var server = start.get(LOOK_AT_LOG_EVERY_MS, TimeUnit.MILLISECONDS);
        if (gaveUp) {
          server.close();
          throw failed(log, new IOException("the server did not start"));
        }
        return server;
      } catch (TimeoutException stillStarting) {
        if (!gaveUp && log.saysThatStartFailed()) {
          gaveUp = true;
          thread.interrupt();
        }
      } catch (ExecutionException failure) {
        throw failed(log, Optional.ofNullable(failure.getCause()).orElse(failure));
      } catch (InterruptedException interrupted) {
        thread.interrupt();
        Thread.currentThread().interrupt();
        throw failed(log, interrupted);
      }
    }
  }

  private EmbeddedPostgres.Builder builder(ServerLog log) {
    // Or it looks for old servers of its own in a folder that everyone can write to.
    System.setProperty("ot.epg.working-dir", binaries.toString());
    var builder =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(binaries.toFile())
            .setDataDirectory(folder.cluster())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(PATIENCE)
            .setOutputRedirector(Redirect.appendTo(log.file().toFile()))
            .setErrorRedirector(Redirect.appendTo(log.file().toFile()))
            .setConnectConfig("password", password);
    DURABLE.forEach(builder::setServerConfig);
    SETTINGS.forEach(builder::setServerConfig);
    initdbOptions().forEach(builder::setLocaleConfig);
    return builder;
  }

  /** Nothing here depends on the machine's language, and nobody gets in without the password. */
  private Map<String, String> initdbOptions() {
    return Map.of(
        "locale-provider", "builtin",
        "builtin-locale", "C.UTF-8",
        "locale", "C",
        "auth-host", "scram-sha-256",
        "auth-local", "scram-sha-256",
        "pwfile", folder.passwordFile().toString());
  }

  private DatabaseUnusable failed(ServerLog log, Throwable cause) {
    String reason =
        log.reason().or(() -> Optional.ofNullable(cause.getMessage())).orElse("unknown reason");
    return new DatabaseUnusable(
        "The embedded database in %s could not be started (%s); its log is %s."
            .formatted(folder.root(), reason, log.file()),
        cause);
  }
}
