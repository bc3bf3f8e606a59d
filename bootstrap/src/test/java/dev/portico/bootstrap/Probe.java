package dev.portico.bootstrap;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.form;
import static dev.portico.web.shared.TestRequest.json;

import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Asks a few routes of a service again and again, at a steady pace whatever it answers, and says
 * how long the answers took from when they should have been asked for.
 */
final class Probe {

  private static final Duration BETWEEN = Duration.ofMillis(50);

  /** One of them signs in, which costs a hash. */
  private static final int ROUND = 8;

  private final TestClient client;
  private final String signer;
  private final String token;

  /**
   * Asks as a user of this name, who is registered for it. Another one signs in, since whoever does
   * so more than a hundred times loses the sessions of before.
   */
  Probe(TestClient client, String name) {
    this.client = client;
    signer = name + "-signer";
    Accounts.registerAndSignIn(client, signer);
    token = Accounts.registerAndSignIn(client, name);
  }

  String token() {
    return token;
  }

  /**
   * What came of it.
   *
   * @param millis by route, in ascending order
   * @param failures other answers than were asked for, and those that never came
   */
  record Result(Map<String, List<Double>> millis, int failures) {

    static final Result NONE = new Result(Map.of(), 0);

    Result and(Result more) {
      var all = new TreeMap<String, List<Double>>(millis);
      more.millis.forEach((route, times) ->
          all.merge(
              route, times, (a, b) -> Stream.concat(a.stream(), b.stream()).sorted().toList()));
      return new Result(all, failures + more.failures);
    }

    /** Of these routes together, or of all where none is named. */
    double quantile(double share, String... routes) {
      var asked = List.of(routes);
      var all = new ArrayList<Double>();
      millis.forEach((route, times) -> {
        if (asked.isEmpty() || asked.contains(route)) {
          all.addAll(times);
        }
      });
      all.sort(null);
      return all.get((int) (share * (all.size() - 1)));
    }

    int answers() {
      return millis.values().stream().mapToInt(List::size).sum();
    }
  }

  private record Question(String route, Supplier<TestResponse> asking) {}

  private Question question(int number) {
    return switch (number % ROUND) {
      case 0 ->
          new Question(
              "sign-in",
              () ->
                  client.post(
                      "/auth/token", form("username", signer, "password", Accounts.PASSWORD)));
      case 1, 5 -> new Question("me", () -> client.get("/users/me", bearer(token)));
      case 2 -> new Question("items", () -> client.get("/items/?limit=20", bearer(token)));
      case 3, 6 ->
          new Question(
              "new item",
              () -> client.post("/items/", json("title", "Lamp " + number), bearer(token)));
      case 4 -> new Question("data", () -> client.get("/api/data"));
      default -> new Question("report", () -> client.get("/expensive-query"));
    };
  }

  Result run(Duration time) {
    var millis = new ConcurrentSkipListMap<String, Queue<Double>>();
    var failures = new AtomicInteger();
    int many = (int) (time.toMillis() / BETWEEN.toMillis());
    long begin = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < many; i++) {
        long due = begin + i * BETWEEN.toNanos();
        BenchNodes.pause(Duration.ofNanos(due - System.nanoTime()));
        var question = question(i);
        var _ =
            threads.submit(() -> {
              if (!isAnswered(question)) {
                failures.incrementAndGet();
              }
              millis
                  .computeIfAbsent(question.route(), _ -> new ConcurrentLinkedQueue<>())
                  .add((System.nanoTime() - due) / 1e6);
            });
      }
    }
    var sorted = new TreeMap<String, List<Double>>();
    millis.forEach((route, times) -> sorted.put(route, times.stream().sorted().toList()));
    return new Result(sorted, failures.get());
  }

  private static boolean isAnswered(Question question) {
    try {
      return question.asking().get().status() < 300;
    } catch (AssertionError noAnswer) {
      return false;
    }
  }
}
