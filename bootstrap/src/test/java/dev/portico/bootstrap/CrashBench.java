package dev.portico.bootstrap;

import static dev.portico.bootstrap.BenchNodes.await;
import static dev.portico.bootstrap.BenchNodes.awaitLatch;
import static dev.portico.bootstrap.BenchNodes.pause;
import static dev.portico.bootstrap.BenchNodes.secondsSince;
import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.bootstrap.BenchNodes.Node;
import dev.portico.web.shared.TestClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Kills packaged services at moments by chance, during payments and before mails and webhooks are
 * out, and counts from outside what became of what callers were told. {@code ./portico
 * bench-crashes} runs it and prints; it fails where something is lost or doubled.
 */
@Isolated
@Timeout(1_800)
class CrashBench {

  private static final int ROUNDS = Integer.getInteger("portico.rounds", 20);
  private static final int PAYERS = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final double SOON_SECONDS = 60;

  @TempDir private Path folder;

  private final Random chance = new Random();
  private final CountingGateway gateway = new CountingGateway();
  private final MailWitness mails = new MailWitness();
  private final HookWitness hooks = new HookWitness();

  @AfterEach
  void stop() {
    gateway.close();
    mails.close();
    hooks.close();
  }

  private BenchNodes nodes() {
    var more = new HashMap<>(gateway.environment());
    more.putAll(MailWitness.environment(mails.port()));
    more.put("WEBHOOKS_ALLOW_PRIVATE", "true");
    return new BenchNodes(folder, more);
  }

  /** What became of the payments of a round, as those who asked see it. */
  private static final class Books {
    final AtomicInteger acknowledged = new AtomicInteger();
    final Queue<String> unsure = new ConcurrentLinkedQueue<>();
    final AtomicInteger survivorAsked = new AtomicInteger();
    final AtomicInteger survivorFailed = new AtomicInteger();
  }

  /** The status, or 0 where there was no answer. */
  private static int pay(TestClient client, String token, String key) {
    var user = bearer(token);
    try {
      return client
          .post(
              "/payments/",
              json("amount", 10, "currency", "USD"),
              user[0],
              user[1],
              "Idempotency-Key",
              key)
          .status();
    } catch (AssertionError noAnswer) {
      return 0;
    }
  }

  private void payUntil(AtomicBoolean over, Node node, String token, Books books, boolean doomed) {
    while (!over.get()) {
      var key = uniqueName();
      int status = pay(node.client(), token, key);
      if (status == 200) {
        books.acknowledged.incrementAndGet();
      } else {
        books.unsure.add(key);
        if (doomed) {
          return;
        }
        books.survivorFailed.incrementAndGet();
      }
      if (!doomed) {
        books.survivorAsked.incrementAndGet();
      }
    }
  }

  @Test
  @DisplayName("F1: losesAndDoublesNoPayment")
  void losesAndDoublesNoPayment() {
    // Long enough to be killed in between.
    gateway.beforeTheAnswer(() -> pause(Duration.ofMillis(chance.nextInt(30))));
    var books = new Books();
    try (var nodes = nodes()) {
      var survivor = nodes.start();
      var token = Accounts.registerAndSignIn(survivor.client(), uniqueName());
      int unsure = 0;
      for (int round = 0; round < ROUNDS; round++) {
        int before = books.unsure.size();
        killDuringPayments(nodes.start(), survivor, token, books);
        unsure += books.unsure.size() - before;
        books.unsure.removeIf(key -> pay(survivor.client(), token, key) == 200);
      }
      int begun = books.acknowledged.get() + unsure;
      await(
          "all settled",
          PATIENCE,
          () -> {
            books.unsure.removeIf(key -> pay(survivor.client(), token, key) == 200);
            return books.unsure.isEmpty();
          });
      await(
          "no task left",
          PATIENCE,
          () -> nodes.count("select count(*) from tasks where lane = 'PAYMENTS'") == 0);
      long succeeded = nodes.count("select count(*) from payments where status = 'succeeded'");
      long payments = nodes.count("select count(*) from payments");
      long ledger =
          nodes.count(
              "select cast(sum(amount) as bigint) from ledger_entries where account = 'gateway'");
      System.out.printf(
          "Crashes: a node killed %d times during payments: %d acknowledged at once, %d asked again"
              + " under their key; lost %d, double %d, charges %d, ledger %d of %d; the other node:"
              + " %d of %d without a 200%n",
          ROUNDS,
          books.acknowledged.get(),
          unsure,
          begun - succeeded,
          payments - begun,
          gateway.asked().size(),
          ledger,
          10L * begun,
          books.survivorFailed.get(),
          books.survivorAsked.get());
      assertThat(succeeded).isEqualTo(begun);
      assertThat(payments).isEqualTo(begun);
      assertThat(gateway.asked()).hasSize(begun);
      assertThat(ledger).isEqualTo(10L * begun);
    }
  }

  private void killDuringPayments(Node doomed, Node survivor, String token, Books books) {
    var over = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < PAYERS; i++) {
        var _ = threads.submit(() -> payUntil(over, doomed, token, books, true));
      }
      var _ = threads.submit(() -> payUntil(over, survivor, token, books, false));
      pause(Duration.ofMillis(300 + chance.nextInt(1_500)));
      doomed.process().kill();
      pause(Duration.ofMillis(500));
      over.set(true);
    }
  }

  /** Killed after the commit: at once in every other round, else when the witnesses have it. */
  @Test
  @DisplayName("F2: owesMailsAndWebhooksThroughACrash")
  void owesMailsAndWebhooksThroughACrash() {
    int rounds = Math.max(ROUNDS / 3, 1);
    double longest = 0;
    try (var nodes = nodes()) {
      var node = nodes.start();
      var token = Accounts.registerAndSignIn(node.client(), "owner");
      node.client()
          .post(
              "/webhooks/",
              json("url", hooks.url(), "events", List.of("item.created")),
              bearer(token))
          .expectStatus(201);
      await("the first mail", PATIENCE, () -> mails.mails() == 1);
      for (int round = 0; round < rounds; round++) {
        killBetween(node, token, round);
        node = nodes.start();
        long ready = System.nanoTime();
        await("all out", PATIENCE, () -> nothingIsOwed(nodes));
        longest = Math.max(longest, secondsSince(ready));
      }
    }
    int lost = 2 * rounds - (mails.mails() - 1) - hooks.messages();
    System.out.printf(
        "Crashes: killed %d times between a commit and its mail and webhook: lost %d, repeated %d"
            + " mails and %d webhooks, each under the id of before; all out %.0f s after the"
            + " restart at most%n",
        rounds, lost, mails.doubles(), hooks.doubles(), longest);
    assertThat(lost).isZero();
    assertThat(mails.mails() - 1).isEqualTo(rounds);
    assertThat(hooks.messages()).isEqualTo(rounds);
    assertThat(mails.doubles()).isLessThanOrEqualTo(rounds);
    assertThat(hooks.doubles()).isLessThanOrEqualTo(rounds);
    assertThat(longest).isLessThan(SOON_SECONDS);
  }

  private void killBetween(Node node, String token, int round) {
    var killed = new CountDownLatch(1);
    mails.answers(_ -> {
      awaitLatch(killed);
      return "250 taken";
    });
    hooks.beforeTheAnswer(() -> awaitLatch(killed));
    int before = mails.mails();
    node.client().post("/items/", json("title", "Lamp " + round), bearer(token)).expectStatus(201);
    node.client()
        .post(
            "/auth/register",
            json(
                "username",
                "reader" + round,
                "email",
                "reader" + round + "@example.com",
                "password",
                Accounts.PASSWORD))
        .expectStatus(201);
    if (round % 2 == 0) {
      await(
          "both witnesses have it",
          PATIENCE,
          () -> mails.mails() > before && hooks.messages() > round);
    }
    node.process().kill();
    killed.countDown();
    mails.takes();
    hooks.beforeTheAnswer(() -> {});
  }

  private static boolean nothingIsOwed(BenchNodes nodes) {
    return nodes.count("select count(*) from tasks") == 0
        && nodes.count("select count(*) from outbox") == 0
        && nodes.count("select count(*) from webhook_deliveries where state = 'PENDING'") == 0;
  }
}
