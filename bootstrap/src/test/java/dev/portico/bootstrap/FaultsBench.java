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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  private static final int MAILS = 100;
  private static final int WEBHOOKS = 5;

  /** How often each fault comes and goes. */
  private static final int ROUNDS = 3;

  private record Answer(int status, double millis) {}

  @SuppressWarnings("NullAway.Init")
  private BenchNodes nodes;

  @SuppressWarnings("NullAway.Init")
  private Node node;

  @SuppressWarnings("NullAway.Init")
  private Probe probe;

  private final FaultyPeers peers = new FaultyPeers();
  private int returns;

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

  /**
   * With and without a fault, in turn: the machine has other work as well, and that comes and goes.
   */
  private void compare(String fault, int rounds, Duration time, Runnable begin, Runnable end) {
    var without = Probe.Result.NONE;
    var with = Probe.Result.NONE;
    for (int round = 0; round < rounds; round++) {
      without = without.and(probe.run(time));
      begin.run();
      with = with.and(probe.run(time));
      end.run();
    }
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
    compare("no fault", ROUNDS, EACH, () -> {}, () -> {});
  }

  @Test
  @DisplayName("F14: mailServer")
  void mailServer() {
    int before = peers.witness.mails();
    for (var mode : List.of(Mode.DOWN, Mode.HUNG, Mode.DRIPPING)) {
      compare(
          "mail server " + mode + ", " + MAILS + " mails owed",
          ROUNDS,
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
        peers.witness.mails() - before, 3 * ROUNDS * MAILS, secondsSince(back));
    assertThat(peers.witness.mails() - before).isEqualTo(3 * ROUNDS * MAILS);
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
    try (var payers = new Payers(() -> answers.add(timed(this::pay)))) {
      compare(
          fault,
          ROUNDS,
          EACH,
          () -> {
            begin.run();
            payers.begin();
          },
          () -> {
            payers.end();
            end.run();
          });
    }
  }

  /** Ask for payments at a steady pace, whatever is answered. */
  private static final class Payers implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Runnable payment;
    private final List<Future<?>> underWay = new CopyOnWriteArrayList<>();
    private volatile boolean paying;

    Payers(Runnable payment) {
      this.payment = payment;
    }

    void begin() {
      paying = true;
      underWay.add(
          threads.submit(() -> {
            while (paying) {
              underWay.add(threads.submit(payment));
              pause(BETWEEN_PAYMENTS);
            }
          }));
    }

    /** Waits for those under way, which so hear of the fault. */
    void end() {
      paying = false;
      await("payments answered", PATIENCE, () -> underWay.stream().allMatch(Future::isDone));
      underWay.clear();
    }

    @Override
    public void close() {
      threads.close();
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
        1,
        EACH.multipliedBy(ROUNDS),
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
    compareWhilePaying(
        "Redis hung",
        answers,
        peers.redis::hang,
        () -> {
          peers.redis.goOn();
          awaitReturn("hung");
        });
    compareWhilePaying(
        "Redis killed",
        answers,
        peers.redis::die,
        () -> {
          peers.redis.rise();
          awaitReturn("killed");
        });
    System.out.printf(
        "Faults: payments without Redis: %s, the slowest after %.0f ms%n",
        statuses(answers), answers.stream().mapToDouble(Answer::millis).max().orElse(0));
    assertThat(answers).extracting(Answer::status).containsOnly(200);
  }

  private void awaitReturn(String how) {
    long back = System.nanoTime();
    returns++;
    await(
        "used again",
        Duration.ofSeconds(10),
        () -> {
          node.client().get("/api/data").expectStatus(200);
          node.client().get("/expensive-query").expectStatus(200);
          return node.process().output().split("is back", -1).length > returns;
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
        1,
        time,
        () -> peers.source(Says.UNAVAILABLE),
        () -> peers.source(Says.DATA));
    compare(
        "external source says HTML",
        1,
        time,
        () -> peers.source(Says.HTML),
        () -> peers.source(Says.DATA));
    compare(
        "external source HUNG",
        1,
        time,
        () -> peers.data.turn(Mode.HUNG),
        () -> peers.data.turn(Mode.OPEN));
  }
}
