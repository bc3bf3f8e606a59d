package dev.portico.bootstrap;

import dev.portico.persistence.shared.TestPostgres;
import dev.portico.web.shared.SocketClient;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * F18: everybody signs in at once, four times as many as can be hashed, while others read. Not a
 * test: {@code ./portico bench-storm} runs it and prints.
 */
@Isolated
@Timeout(900)
class StormBench {

  private static final int SECONDS = Integer.getInteger("portico.seconds", 60);
  private static final int ACCOUNTS = 200;
  private static final int READS_A_SECOND = 50;
  private static final int TIMES_CAPACITY = 4;
  private static final long SECOND_NANOS = 1_000_000_000;
  private static final String NAME = "storm";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  @TempDir private Path folder;

  private Map<String, String> environment() {
    var environment = new HashMap<>(PorticoOnTestDatabase.environment(TestPostgres.database()));
    // Each of them comes from an address of its own, as people do: the bench is their proxy.
    environment.put("TRUSTED_PROXIES", "127.0.0.1,::1");
    environment.put("LOGIN_ATTEMPTS_PER_ACCOUNT", "100");
    return environment;
  }

  @Test
  void answersOthersMeanwhile() throws IOException {
    try (var node = PorticoProcess.startPackaged(folder, environment())) {
      var url = node.awaitReady();
      var client = new SocketClient(url);
      var token = Accounts.registerAndSignIn(client, NAME);
      for (int i = 0; i < ACCOUNTS; i++) {
        Accounts.registerAndSignIn(client, NAME + i);
      }
      // What compiles later would count against the first seconds.
      read(url, token, new AtomicBoolean(), SECONDS / 4, new Tally());
      var idle = new Tally();
      read(url, token, new AtomicBoolean(), SECONDS / 4, idle);
      double capacity = capacity(url, SECONDS / 4);
      long before = resident(node);
      storm(url, token, capacity, idle);
      System.out.printf(
          "Storm: resident memory %d MB before, %d MB after, %d MB at most%n",
          before, resident(node), status(node, "VmHWM:"));
    }
  }

  /** Sign-ins a second of two who never pause: there are two processors. */
  private double capacity(URI url, int seconds) {
    var signIns = new Tally();
    int workers = Runtime.getRuntime().availableProcessors();
    long end = System.nanoTime() + seconds * SECOND_NANOS;
    AtOnce.ask(
        workers,
        worker -> {
          while (System.nanoTime() < end) {
            signIn(url, true, signIns);
          }
          return worker;
        });
    double capacity = signIns.count(200) / (double) seconds;
    System.out.printf(
        "Storm: capacity %.1f sign-ins a second (%d at a time, %d s)%n",
        capacity, workers, seconds);
    return capacity;
  }

  private void storm(URI url, String token, double capacity, Tally idle) {
    var over = new AtomicBoolean();
    var signIns = new Tally();
    var others = new Tally();
    int asked;
    double seconds;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.execute(() -> read(url, token, over, SECONDS, others));
      long begin = System.nanoTime();
      asked = signInEvenly(url, TIMES_CAPACITY * capacity, threads, signIns);
      seconds = (System.nanoTime() - begin) / 1e9;
      over.set(true);
    }
    report(asked, seconds, capacity, signIns);
    System.out.printf(
        "Storm: others, idle %s; in the storm %s, %.1f times (p99)%n",
        idle, others, others.quantile(0.99) / idle.quantile(0.99));
  }

  /** Asks however slow the answers are, as people do; how often it was. */
  private int signInEvenly(URI url, double perSecond, ExecutorService threads, Tally tally) {
    long interval = (long) (SECOND_NANOS / perSecond);
    long begin = System.nanoTime();
    int asked = 0;
    for (long next = begin; next < begin + SECONDS * SECOND_NANOS; next += interval) {
      LockSupport.parkNanos(next - System.nanoTime());
      boolean right = asked++ % 2 == 0;
      threads.execute(() -> signIn(url, right, tally));
    }
    return asked;
  }

  private static void report(int asked, double seconds, double capacity, Tally signIns) {
    int hashed = signIns.count(200) + signIns.count(401);
    System.out.printf(
        "Storm: %d sign-ins in %.0f s, %.1f times the capacity, half of them wrong: answers %s%n",
        asked, seconds, asked / seconds / capacity, signIns.counts());
    System.out.printf(
        "Storm: %.1f looked at a second, %.0f %% of the capacity; those answered %s, those refused"
            + " %s%n",
        hashed / seconds,
        100 * hashed / seconds / capacity,
        signIns.only(List.of(200, 401)),
        signIns.only(List.of(429, 503)));
  }

  /** Two kinds of reads, at an even pace. */
  private void read(URI url, String token, AtomicBoolean over, int seconds, Tally tally) {
    var places = new Semaphore(1_000);
    var me = get(url.resolve("/users/me"), token);
    var list = get(url.resolve("/items/?limit=20"), token);
    long end = System.nanoTime() + seconds * SECOND_NANOS;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; System.nanoTime() < end && !over.get(); i++) {
        var request = i % 2 == 0 ? me : list;
        places.acquireUninterruptibly();
        threads.execute(() -> {
          send(request, tally);
          places.release();
        });
        LockSupport.parkNanos(SECOND_NANOS / READS_A_SECOND);
      }
    }
  }

  private static HttpRequest get(URI url, String token) {
    return HttpRequest.newBuilder(url).header("Authorization", "Bearer " + token).build();
  }

  private void signIn(URI url, boolean right, Tally tally) {
    int account = ThreadLocalRandom.current().nextInt(ACCOUNTS);
    var password = right ? Accounts.PASSWORD : "wrong horse " + account;
    var form =
        "username="
            + NAME
            + account
            + "&password="
            + URLEncoder.encode(password, StandardCharsets.UTF_8);
    var random = ThreadLocalRandom.current();
    send(
        HttpRequest.newBuilder(url.resolve("/auth/token"))
            .header(
                "X-Forwarded-For",
                "10.%d.%d.%d"
                    .formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .timeout(Duration.ofSeconds(30))
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        tally);
  }

  private void send(HttpRequest request, Tally tally) {
    long begin = System.nanoTime();
    int status;
    try {
      status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException failure) {
      status = 0;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      status = 0;
    }
    tally.add(status, System.nanoTime() - begin);
  }

  private static long resident(PorticoProcess node) throws IOException {
    return status(node, "VmRSS:");
  }

  private static long status(PorticoProcess node, String entry) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + node.handle().pid() + "/status")).stream()
        .filter(line -> line.startsWith(entry))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  /** Answers by status, and how long they took; 0 is no answer. */
  private static final class Tally {

    private final Map<Integer, ArrayList<Long>> nanos = new TreeMap<>();

    synchronized void add(int status, long took) {
      nanos.computeIfAbsent(status, _ -> new ArrayList<>()).add(took);
    }

    synchronized int count(int status) {
      return nanos.getOrDefault(status, new ArrayList<>()).size();
    }

    synchronized Map<Integer, Integer> counts() {
      var counts = new TreeMap<Integer, Integer>();
      nanos.forEach((status, times) -> counts.put(status, times.size()));
      return counts;
    }

    synchronized Tally only(List<Integer> statuses) {
      var part = new Tally();
      statuses.forEach(status -> {
        if (nanos.containsKey(status)) {
          part.nanos.put(status, nanos.get(status));
        }
      });
      return part;
    }

    synchronized double quantile(double share) {
      var sorted = nanos.values().stream().flatMap(List::stream).sorted().toList();
      return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
    }

    @Override
    public String toString() {
      return "after %.1f ms (p50), %.1f ms (p99), %.1f ms (last) %s"
          .formatted(quantile(0.5), quantile(0.99), quantile(1), counts());
    }
  }
}
