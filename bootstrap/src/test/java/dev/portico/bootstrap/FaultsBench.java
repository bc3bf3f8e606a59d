package dev.portico.bootstrap;

import static dev.portico.bootstrap.BenchNodes.await;
import static dev.portico.bootstrap.BenchNodes.pause;
import static dev.portico.bootstrap.BenchNodes.secondsSince;
import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.bootstrap.BenchNodes.Node;
import dev.portico.bootstrap.FaultyDoor.Mode;
import dev.portico.bootstrap.FaultyPeers.Says;
import dev.portico.web.shared.TestResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Measures what callers of a packaged service notice while one of its peers is away, hung, slow or
 * talks nonsense. Not a test: {@code ./portico bench-faults} runs it and prints; it fails where an
 * answer does not come, or work is lost.
 */
@Isolated
@Timeout(1_800)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsBench {

  private static final Duration EACH =
      Duration.ofSeconds(Integer.getInteger("portico.seconds", 10));

  /** Data of the source are as good as new for so long. */
  private static final Duration FRESH = Duration.ofSeconds(30);

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration BETWEEN_PAYMENTS = Duration.ofMillis(200);
  private static final int MAILS = 300;
  private static final int WEBHOOKS = 5;

  private record Answer(int status, double millis) {}

  @SuppressWarnings("NullAway.Init")
  private BenchNodes nodes;

  @SuppressWarnings("NullAway.Init")
  private Node node;

  @SuppressWarnings("NullAway.Init")
  private Probe probe;

  private final FaultyPeers peers = new FaultyPeers();

  @BeforeAll
  void start(@TempDir Path folder) {
    nodes = new BenchNodes(folder, peers.environment());
    node = nodes.start();
    probe = new Probe(node.client(), "prober");
    var _ = probe.run(EACH);
  }

  @AfterAll
  void stop() {
    nodes.close();
    peers.close();
  }

  /** With and without a fault, one right after the other: the machine has other work as well. */
  private void compare(String fault, Duration time, Runnable begin, Runnable end) {
    var without = probe.run(time);
    begin.run();
    var with = probe.run(time);
    end.run();
    tell(fault, without, with);
    assertThat(with.failures()).as(fault).isZero();
  }

  private static void tell(String fault, Probe.Result without, Probe.Result with) {
    System.out.printf(
        "Faults: %s: p50 %.1f ms (%.1f without), p99 %.0f ms (%.0f); sign-in p99 %.0f ms (%.0f),"
            + " data and report p99 %.0f ms (%.0f); %d of %d without an answer%n",
        fault,
        with.quantile(0.5),
        without.quantile(0.5),
        with.quantile(0.99),
        without.quantile(0.99),
        with.quantile(0.99, "sign-in"),
        without.quantile(0.99, "sign-in"),
        with.quantile(0.99, "data", "report"),
        without.quantile(0.99, "data", "report"),
        with.failures(),
        with.answers());
  }

  @Test
  @DisplayName("F14: noFault")
  void noFault() {
    compare("no fault", EACH, () -> {}, () -> {});
  }

  @Test
  @DisplayName("F14: mailServer")
  void mailServer() {
    int before = peers.witness.mails();
    for (var mode : List.of(Mode.DOWN, Mode.HUNG, Mode.DRIPPING)) {
      compare(
          "mail server " + mode + ", " + MAILS + " mails owed",
          EACH,
          () -> {
            peers.mails.turn(mode);
            nodes.owe(MAILS);
          },
          () -> peers.mails.turn(Mode.OPEN));
    }
    long back = System.nanoTime();
    nodes.execute("update tasks set due_at = now() where leased_until is null");
    await("all mails", PATIENCE, () -> nodes.count("select count(*) from tasks") == 0);
    System.out.printf(
        "Faults: mail server back: %d of %d mails out after %.0f s%n",
        peers.witness.mails() - before, 3 * MAILS, secondsSince(back));
    assertThat(peers.witness.mails() - before).isEqualTo(3 * MAILS);
  }

  @Test
  @DisplayName("F14: paymentGateway")
  void paymentGateway() {
    for (var mode : List.of(Mode.DOWN, Mode.HUNG)) {
      var answers = new ConcurrentLinkedQueue<Answer>();
      compareWhilePaying(
          "payment gateway " + mode,
          answers,
          () -> peers.gateway.turn(mode),
          () -> peers.gateway.turn(Mode.OPEN));
      nodes.execute("update tasks set due_at = now() where lane = 'PAYMENTS'");
      await(
          "all settled",
          PATIENCE,
          () -> nodes.count("select count(*) from tasks where lane = 'PAYMENTS'") == 0);
      System.out.printf(
          "Faults: payment gateway %s: payments were answered %s, the slowest after %.1f s; all of"
              + " them settled when it was back%n",
          mode,
          statuses(answers),
          answers.stream().mapToDouble(Answer::millis).max().orElse(0) / 1e3);
      assertThat(answers).extracting(Answer::status).isSubsetOf(200, 202);
      assertThat(nodes.count("select count(*) from payments where status <> 'succeeded'")).isZero();
    }
  }

  private static Map<Integer, Integer> statuses(Queue<Answer> answers) {
    var all = new TreeMap<Integer, Integer>();
    answers.forEach(answer -> all.merge(answer.status(), 1, Integer::sum));
    return all;
  }

  private void compareWhilePaying(
      String fault, Queue<Answer> answers, Runnable begin, Runnable end) {
    var over = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      compare(
          fault,
          EACH,
          () -> {
            begin.run();
            var _ =
                threads.submit(() -> {
                  while (!over.get()) {
                    var _ = threads.submit(() -> answers.add(timed(this::pay)));
                    pause(BETWEEN_PAYMENTS);
                  }
                });
          },
          () -> {
            over.set(true);
            // Those under way hear of the fault.
            pause(Duration.ofSeconds(9));
            end.run();
          });
    }
  }

  private TestResponse pay() {
    return node.client()
        .post("/payments/", json("amount", 10, "currency", "USD"), bearer(probe.token()));
  }

  private static Answer timed(Supplier<TestResponse> asking) {
    long begin = System.nanoTime();
    int status = asking.get().status();
    return new Answer(status, (System.nanoTime() - begin) / 1e6);
  }

  @Test
  @DisplayName("F15: webhookReceivers")
  void webhookReceivers() {
    var owner = Accounts.registerAndSignIn(node.client(), "healthy");
    hook(owner, peers.hooks.url());
    for (int i = 0; i < WEBHOOKS; i++) {
      hook(probe.token(), "http://127.0.0.1:" + peers.receivers.port() + "/" + i);
    }
    var told = new ConcurrentLinkedQueue<Answer>();
    compare(
        WEBHOOKS + " webhook receivers dripping",
        EACH,
        () -> peers.receivers.turn(Mode.DRIPPING),
        () -> {
          for (int i = 0; i < 20; i++) {
            told.add(new Answer(204, tellHealthy(owner)));
          }
        });
    var millis = told.stream().map(Answer::millis).sorted().toList();
    System.out.printf(
        "Faults: meanwhile a receiver that answers is told after %.0f ms (median), %.0f ms (worst of"
            + " %d)%n",
        millis.get(millis.size() / 2), millis.getLast(), millis.size());
    nodes.execute("delete from webhooks");
    peers.receivers.turn(Mode.OPEN);
    assertThat(millis.getLast()).isLessThan(5_000);
  }

  private void hook(String token, String url) {
    node.client()
        .post("/webhooks/", json("url", url, "events", List.of("item.created")), bearer(token))
        .expectStatus(201);
  }

  private double tellHealthy(String token) {
    var title = "Lamp";
    var seen = peers.hooks.direct();
    node.client().post("/items/", json("title", title), bearer(token)).expectStatus(201);
    long begin = System.nanoTime();
    await("told", PATIENCE, () -> peers.hooks.direct() > seen);
    return (System.nanoTime() - begin) / 1e6;
  }

  @Test
  @DisplayName("F13: redis")
  void redis() {
    var answers = new ConcurrentLinkedQueue<Answer>();
    compareWhilePaying("Redis hung", answers, peers.redis::hang, peers.redis::goOn);
    tellReturn("hung", 1);
    compareWhilePaying("Redis killed", answers, peers.redis::die, peers.redis::rise);
    tellReturn("killed", 2);
    System.out.printf(
        "Faults: payments without Redis: %s, the slowest after %.0f ms%n",
        statuses(answers), answers.stream().mapToDouble(Answer::millis).max().orElse(0));
    assertThat(answers).extracting(Answer::status).containsOnly(200);
  }

  private void tellReturn(String how, int times) {
    long back = System.nanoTime();
    await(
        "used again",
        Duration.ofSeconds(10),
        () -> {
          node.client().get("/api/data").expectStatus(200);
          node.client().get("/expensive-query").expectStatus(200);
          return node.process().output().split("is back", -1).length > times;
        });
    System.out.printf(
        "Faults: Redis %s: used again %.1f s after it was there again%n", how, secondsSince(back));
  }

  @Test
  @DisplayName("F16: externalSource")
  void externalSource() {
    var time = EACH.plus(FRESH);
    compare(
        "external source says 503",
        time,
        () -> peers.source(Says.UNAVAILABLE),
        () -> peers.source(Says.DATA));
    compare(
        "external source says HTML",
        time,
        () -> peers.source(Says.HTML),
        () -> peers.source(Says.DATA));
    compare(
        "external source HUNG",
        time,
        () -> peers.data.turn(Mode.HUNG),
        () -> peers.data.turn(Mode.OPEN));
  }
}
