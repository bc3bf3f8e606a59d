package dev.portico.bootstrap;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.persistence.shared.TestPostgres;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.SocketClient;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Measures the packaged service, with PostgreSQL running: how long it takes to its first answer,
 * and how much memory it holds after a load. Not a test: {@code ./portico bench} runs it and
 * prints.
 */
@Isolated
@Timeout(600)
class FootprintBench {

  private static final int STARTS = 7;
  private static final long POLL_NANOS = 10_000_000;
  private static final int REQUESTS = 10_000;

  @TempDir private Path folder;

  private static Map<String, String> environment() throws IOException {
    var environment = new TreeMap<>(PorticoOnTestDatabase.environment(TestPostgres.database()));
    try (var free = new ServerSocket(0)) {
      environment.put("PORT", Integer.toString(free.getLocalPort()));
    }
    return environment;
  }

  private static Path packaged(String name) {
    return Path.of("target", name).toAbsolutePath();
  }

  private static List<String> withCache() {
    var cache = packaged("portico.aot");
    assertThat(cache).as("made by ./portico build").exists();
    return List.of("-XX:AOTCache=" + cache);
  }

  @Test
  void startsToTheFirstAnswer() throws IOException {
    start("without the cache", List.of());
    start("with the cache", withCache());
  }

  private void start(String how, List<String> options) throws IOException {
    var environment = environment();
    var health = URI.create("http://localhost:" + environment.get("PORT") + "/health");
    var millis = new long[STARTS];
    var processor = new long[STARTS];
    for (int i = 0; i < STARTS; i++) {
      long begin = System.nanoTime();
      try (var portico = PorticoProcess.startPackaged(folder, environment, options)) {
        while (!answers(health)) {
          assertThat(portico.handle().isAlive()).as(portico.output()).isTrue();
          LockSupport.parkNanos(POLL_NANOS);
        }
        millis[i] = (System.nanoTime() - begin) / 1_000_000;
        processor[i] = portico.handle().info().totalCpuDuration().orElseThrow().toMillis();
      }
    }
    Arrays.sort(millis);
    Arrays.sort(processor);
    System.out.printf(
        "Start to the first 200 of /health, %s: median %d ms (%d to %d, %d starts),"
            + " %d ms of processor time%n",
        how, millis[STARTS / 2], millis[0], millis[STARTS - 1], STARTS, processor[STARTS / 2]);
  }

  private static boolean answers(URI url) {
    try {
      var connection = (HttpURLConnection) url.toURL().openConnection();
      return connection.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Test
  void holdsMemoryAfterALoad() throws IOException {
    try (var portico = PorticoProcess.startPackaged(folder, environment(), withCache())) {
      var client = new SocketClient(portico.awaitReady());
      var idle = memory(portico);
      load(client);
      var loaded = memory(portico);
      System.out.printf(
          "Memory resident: %s idle, %s after %d requests, at most %d MB%n",
          idle, loaded, REQUESTS, loaded.peak());
    }
  }

  /** What a process holds, in MB; pages of files are those the system may take back at will. */
  private record Memory(long resident, long own, long files, long peak) {
    @Override
    public String toString() {
      return "%d MB (%d its own, %d of files)".formatted(resident, own, files);
    }
  }

  @Test
  void weighs() throws IOException {
    System.out.printf(
        "Package: program %.1f MB, libraries %.1f MB, cache %.1f MB%n",
        megabytes("portico.jar"), megabytes("lib"), megabytes("portico.aot"));
  }

  private static double megabytes(String name) throws IOException {
    try (var files = Files.walk(packaged(name))) {
      return files.filter(Files::isRegularFile).mapToLong(it -> it.toFile().length()).sum() / 1e6;
    }
  }

  /** Sign-ins, registrations and reads, a hundredth of each of the first two. */
  private static void load(SocketClient client) {
    var name = ServiceUnderTest.uniqueName();
    var token = Accounts.registerAndSignIn(client, name);
    for (int i = 0; i < REQUESTS / 100; i++) {
      Accounts.registerAndSignIn(client, ServiceUnderTest.uniqueName());
      for (int j = 0; j < 49; j++) {
        Accounts.assertRecognised(client, name, token);
        client.get(j % 2 == 0 ? "/" : "/users/?limit=20", bearer(token)).expectStatus(200);
      }
    }
  }

  private static Memory memory(PorticoProcess portico) throws IOException {
    var status = Files.readAllLines(Path.of("/proc/" + portico.handle().pid() + "/status"));
    return new Memory(
        megabytes(status, "VmRSS"),
        megabytes(status, "RssAnon"),
        megabytes(status, "RssFile"),
        megabytes(status, "VmHWM"));
  }

  private static long megabytes(List<String> status, String name) {
    return status.stream()
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
