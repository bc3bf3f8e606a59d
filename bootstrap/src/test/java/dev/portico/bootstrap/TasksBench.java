package dev.portico.bootstrap;

import static dev.portico.bootstrap.BenchNodes.await;
import static dev.portico.bootstrap.BenchNodes.awaitLatch;
import static dev.portico.bootstrap.BenchNodes.pause;
import static dev.portico.bootstrap.BenchNodes.secondsSince;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.shared.RunDueTask;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Has packaged services drain queued mails, and counts from outside what came of them: nodes that
 * are killed, one that sleeps longer than its lease, tasks that always fail. {@code ./portico
 * bench-tasks} runs it and prints; it fails where something is lost, or repeated more often than a
 * crash explains.
 */
@Isolated
@Timeout(1_800)
class TasksBench {

  private static final int MAILS = Integer.getInteger("portico.mails", 10_000);
  private static final int KILLS = Integer.getInteger("portico.kills", 3);

  /** As many mails as a node sends at once, and so as many as one that dies may send twice. */
  private static final int AT_ONCE = Integer.getInteger("portico.atOnce", 1);

  private static final Duration PATIENCE = Duration.ofMinutes(8);

  @TempDir private Path folder;

  private final MailWitness witness = new MailWitness();
  private final Random chance = new Random();

  @AfterEach
  void stop() {
    witness.close();
  }

  private BenchNodes nodes() {
    var environment = new TreeMap<>(MailWitness.environment(witness.port()));
    environment.put("MAILS_AT_ONCE", Integer.toString(AT_ONCE));
    return new BenchNodes(folder, environment);
  }

  private void awaitDrained(BenchNodes nodes) {
    await("drained", PATIENCE, () -> nodes.count("select count(*) from tasks") == 0);
  }

  /** Mails a second from the first to the last, for so many nodes. */
  private double rate(int many, int mails, Duration takes) {
    witness.forget();
    witness.answers(_ -> {
      pause(takes);
      return "250 taken";
    });
    try (var nodes = nodes()) {
      for (int i = 0; i < many; i++) {
        var _ = nodes.start();
      }
      nodes.owe(mails);
      await("all mails", PATIENCE, () -> witness.mails() == mails);
      awaitDrained(nodes);
      assertThat(witness.doubles()).isZero();
      var moments = witness.moments();
      return mails * 1e9 / (moments.getLast() - moments.getFirst());
    }
  }

  @Test
  @DisplayName("F3: drains")
  void drains() {
    compare(MAILS, Duration.ZERO, "takes them at once");
    compare(MAILS / 5, Duration.ofMillis(50), "takes 50 ms for each");
  }

  private void compare(int mails, Duration takes, String server) {
    double one = rate(1, mails, takes);
    double two = rate(2, mails, takes);
    System.out.printf(
        "Tasks: %d mails, a server that %s: one node %.0f a second, two nodes %.0f, %.2f times;"
            + " 0 lost, 0 double%n",
        mails, server, one, two, two / one);
  }

  @Test
  @DisplayName("F3: losesNothingToAKill")
  void losesNothingToAKill() {
    try (var nodes = nodes()) {
      var survivor = nodes.start();
      for (int round = 1; round <= KILLS; round++) {
        witness.forget();
        var doomed = nodes.start();
        nodes.owe(MAILS);
        await("begun", PATIENCE, () -> witness.mails() > MAILS / 20);
        pause(Duration.ofMillis(chance.nextInt(4_000)));
        int before = witness.mails();
        doomed.process().kill();
        long killed = System.nanoTime();
        awaitDrained(nodes);
        var last = witness.moments().getLast();
        System.out.printf(
            "Tasks: %d mails, one of two nodes killed after %d: %d lost, %d double, the last one"
                + " %.0f s after the kill, drained after %.0f s%n",
            MAILS,
            before,
            MAILS - witness.mails(),
            witness.doubles(),
            (last - killed) / 1e9,
            secondsSince(killed));
        assertThat(witness.mails()).isEqualTo(MAILS);
        assertThat(witness.doubles()).isLessThanOrEqualTo(AT_ONCE);
      }
      assertThat(survivor.process().handle().isAlive()).isTrue();
    }
  }

  /** The one that wakes up hears that its mails were taken, and may not end what others hold. */
  @Test
  @DisplayName("F4: changesNothingOnceItsLeaseIsOver")
  void changesNothingOnceItsLeaseIsOver() {
    try (var nodes = nodes()) {
      var sleeper = nodes.start();
      Set<String> held = ConcurrentHashMap.newKeySet();
      var asleep = new CountDownLatch(1);
      witness.answers(id -> {
        // Counted, so the mail is out; the sleeper hears of it when it wakes.
        if (held.add(id)) {
          awaitLatch(asleep);
          return "250 taken";
        }
        return "450 not now";
      });
      nodes.owe(AT_ONCE);
      await("all taken", PATIENCE, () -> held.size() == AT_ONCE);
      sleeper.process().signal("STOP");
      asleep.countDown();
      var other = nodes.start();
      long slept = System.nanoTime();
      var putOff = "attempts = 2 and lease_number = 2 and leased_until is null and not parked";
      await(
          "taken over",
          RunDueTask.LEASE.plusSeconds(30),
          () -> nodes.count("select count(*) from tasks where " + putOff) == AT_ONCE);
      double takenOver = secondsSince(slept);
      pause(RunDueTask.LEASE.plusSeconds(10).minusNanos(System.nanoTime() - slept));
      sleeper.process().signal("CONT");
      pause(Duration.ofSeconds(15));
      long untouched = nodes.count("select count(*) from tasks where " + putOff);
      witness.takes();
      nodes.execute("update tasks set due_at = now()");
      awaitDrained(nodes);
      System.out.printf(
          "Tasks: a node stopped for %d s with %d mails under way: taken over after %.0f s, late"
              + " updates changed %d rows; %d mails, each taken twice at most%n",
          RunDueTask.LEASE.toSeconds() + 10,
          AT_ONCE,
          takenOver,
          AT_ONCE - untouched,
          witness.mails());
      // Once before it slept, once refused, once taken at last.
      assertThat(witness.doubles()).isLessThanOrEqualTo(2 * AT_ONCE);
      assertThat(untouched).isEqualTo(AT_ONCE);
      assertThat(witness.mails()).isEqualTo(AT_ONCE);
      assertThat(sleeper.process().handle().isAlive()).isTrue();
      assertThat(other.process().handle().isAlive()).isTrue();
    }
  }

  /** F5: how long a mail waits, with and without such as always fail in front of it. */
  @Test
  @DisplayName("F5: delaysNobodyByPoison")
  void delaysNobodyByPoison() {
    int mails = 1_000;
    try (var nodes = nodes()) {
      var node = nodes.start();
      var _ = waits(nodes, mails, 0);
      var without = new ArrayList<Long>();
      var with = new ArrayList<Long>();
      for (int round = 0; round < 3; round++) {
        without.addAll(waits(nodes, mails, 0));
        with.addAll(waits(nodes, mails, 10));
      }
      long parked = nodes.count("select count(*) from tasks where parked");
      System.out.printf(
          "Tasks: %d mails wait p50 %d ms, p99 %d ms; behind 10 that fail and 10 of no known kind p50"
              + " %d ms, p99 %d ms (3 rounds); %d given up at once, the others are tried again%n",
          mails,
          quantile(without, 0.5),
          quantile(without, 0.99),
          quantile(with, 0.5),
          quantile(with, 0.99),
          parked);
      assertThat(parked).isEqualTo(30);
      assertThat(node.process().handle().isAlive()).isTrue();
    }
  }

  /** Milliseconds from being owed to being sent. */
  private List<Long> waits(BenchNodes nodes, int mails, int poison) {
    witness.forget();
    nodes.owe("subscription-mail", "'no address'", poison);
    nodes.owe("unheard-of-mail", "''", poison);
    nodes.owe(mails);
    long begin = System.nanoTime();
    await("all mails", PATIENCE, () -> witness.mails() == mails);
    return witness.moments().stream().map(at -> (at - begin) / 1_000_000).toList();
  }

  private static long quantile(List<Long> values, double share) {
    var sorted = values.stream().sorted().toList();
    return sorted.get((int) (share * (sorted.size() - 1)));
  }
}
