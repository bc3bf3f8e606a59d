package dev.portico.bootstrap;

import static dev.portico.web.shared.ServiceUnderTest.bearer;

import dev.portico.persistence.shared.TestPostgres;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.SocketClient;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
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

  @Test
  void startsToTheFirstAnswer() throws IOException {
    var environment = environment();
    var health = URI.create("http://localhost:" + environment.get("PORT") + "/health");
    var millis = new long[STARTS];
    for (int i = 0; i < STARTS; i++) {
      long begin = System.nanoTime();
      try (var _ = PorticoProcess.startPackaged(folder, environment)) {
        while (!answers(health)) {
          LockSupport.parkNanos(POLL_NANOS);
        }
        millis[i] = (System.nanoTime() - begin) / 1_000_000;
      }
    }
    var sorted = LongStream.of(millis).sorted().toArray();
    System.out.printf(
        "Start to the first 200 of /health: median %d ms (%d to %d, %d starts)%n",
        sorted[STARTS / 2], sorted[0], sorted[STARTS - 1], STARTS);
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
    try (var portico = PorticoProcess.startPackaged(folder, environment())) {
      var client = new SocketClient(portico.awaitReady());
      long idle = residentMegabytes(portico);
      load(client);
      System.out.printf(
          "Resident memory: %d MB idle, %d MB after %d requests%n",
          idle, residentMegabytes(portico), REQUESTS);
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

  private static long residentMegabytes(PorticoProcess portico) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + portico.handle().pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
