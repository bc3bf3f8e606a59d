package dev.portico.bootstrap;

import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.TestPostgres;
import dev.portico.web.shared.SocketClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Measures the chat of packaged services: what a socket costs, how long a message is on its way,
 * and what is lost where a node is cut off from the database. Not a test: {@code ./portico
 * bench-chat} runs it and prints.
 */
@Isolated
@Timeout(1_200)
class ChatBench {

  private static final int IDLE = Integer.getInteger("portico.sockets", 10_000);
  private static final int IN_ROOM = 1_000;
  private static final int MESSAGES = 200;
  private static final int PER_SECOND = 10;
  private static final int CLOCK_TICKS_PER_SECOND = 100;
  private static final int SPEAKERS = 20;
  private static final int SECONDS = 60;
  private static final long SECOND_NANOS = 1_000_000_000;
  private static final Pattern CONTENT = Pattern.compile("\"content\":\"([0-9.]+)\"");
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final String TWO = "the-second-node";

  @TempDir private Path folder;

  private PorticoProcess start(DatabaseUrl database, String name) {
    var environment = new HashMap<>(PorticoOnTestDatabase.environment(database));
    environment.put("DATABASE_URL", TestPostgres.uri(database) + "?application_name=" + name);
    environment.put("CHAT_MESSAGES_PER_SECOND", "1000");
    environment.put("CHAT_SOCKETS", "100000");
    environment.put("CHAT_SOCKETS_PER_USER", "100000");
    environment.put("CHAT_SOCKETS_PER_ADDRESS", "100000");
    // What counts is how much is used, not that it suffices. Of all ways this one goes first.
    environment.put("_JAVA_OPTIONS", "-Xmx1g");
    return PorticoProcess.startPackaged(folder, environment);
  }

  private static void pause(long nanos) {
    LockSupport.parkNanos(nanos);
  }

  private static long statusKilobytes(PorticoProcess node, String entry) {
    try {
      return Files.readAllLines(Path.of("/proc/" + node.handle().pid() + "/status")).stream()
          .filter(line -> line.startsWith(entry))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Heap in use once all garbage is gone, in kilobytes. */
  private static long heapKilobytes(PorticoProcess node) {
    jcmd(node, "GC.run");
    jcmd(node, "GC.run");
    return Pattern.compile("used ([0-9]+)K")
        .matcher(jcmd(node, "GC.heap_info"))
        .results()
        .limit(2)
        .mapToLong(used -> Long.parseLong(used.group(1)))
        .sum();
  }

  private static String jcmd(PorticoProcess node, String command) {
    try {
      var process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  Long.toString(node.handle().pid()),
                  command)
              .redirectErrorStream(true)
              .start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** CPU time so far, in microseconds. */
  private static long cpuMicros(PorticoProcess node) {
    try {
      var fields =
          Files.readString(Path.of("/proc/" + node.handle().pid() + "/stat"))
              .replaceFirst(".*\\) ", "")
              .split(" ", 16);
      long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
      return ticks * 1_000_000 / CLOCK_TICKS_PER_SECOND;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void holdsIdleSockets() {
    try (var node = start(TestPostgres.database(), "idle");
        var crowd = new ChatCrowd()) {
      var url = node.awaitReady();
      for (int i = 0; i < 100; i++) {
        crowd.join(url, "lobby", "", _ -> {});
      }
      long heap = heapKilobytes(node);
      long resident = statusKilobytes(node, "VmRSS:");
      for (int i = 0; i < IDLE; i++) {
        crowd.join(url, "lobby", "", _ -> {});
      }
      // Long enough for pings to be sent and answered.
      long cpu = cpuMicros(node);
      pause(40 * SECOND_NANOS);
      System.out.printf(
          "Chat: %d idle sockets, %d of them cut off: %.1f KiB of heap each, %.1f KiB resident"
              + " each; %d ms of CPU in 40 s%n",
          IDLE,
          crowd.gone(),
          (heapKilobytes(node) - heap) / (double) IDLE,
          (statusKilobytes(node, "VmRSS:") - resident) / (double) IDLE,
          (cpuMicros(node) - cpu) / 1_000);
    }
  }

  @Test
  void carriesToAThousand() {
    try (var node = start(TestPostgres.database(), "room");
        var crowd = new ChatCrowd()) {
      var url = node.awaitReady();
      var token = Accounts.registerAndSignIn(new SocketClient(url), "speaker");
      var delays = Collections.synchronizedList(new ArrayList<Long>());
      for (int i = 1; i < IN_ROOM; i++) {
        crowd.join(url, "room", token, frame -> note(frame, delays));
      }
      var speaker = crowd.join(url, "room", token, frame -> note(frame, delays));
      speak(speaker, MESSAGES);
      pause(3 * SECOND_NANOS);
      delays.clear();
      long cpu = cpuMicros(node);
      speak(speaker, MESSAGES);
      pause(3 * SECOND_NANOS);
      System.out.printf(
          "Chat: %d messages to %d sockets, %d a second: %d frames of %d; p50 %.1f ms, p99 %.1f"
              + " ms, last %.1f ms; %.1f µs of CPU a frame%n",
          MESSAGES,
          IN_ROOM,
          PER_SECOND,
          delays.size(),
          MESSAGES * IN_ROOM,
          quantile(delays, 0.5),
          quantile(delays, 0.99),
          quantile(delays, 1),
          (cpuMicros(node) - cpu) / (double) delays.size());
    }
  }

  private static void speak(ChatCrowd.Person speaker, int messages) {
    for (int i = 0; i < messages; i++) {
      speaker.say(Long.toString(System.nanoTime()));
      pause(SECOND_NANOS / PER_SECOND);
    }
  }

  /** How long it was on its way. */
  private static void note(String frame, List<Long> delays) {
    long now = System.nanoTime();
    var content = CONTENT.matcher(frame);
    if (content.find()) {
      delays.add(now - Long.parseLong(content.group(1)));
    }
  }

  private static double quantile(List<Long> nanos, double share) {
    var sorted = nanos.stream().sorted().toList();
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
  }

  /** What one listener heard. */
  private record Ear(List<String> ids, List<Long> delays, AtomicInteger refused) {

    Ear() {
      this(new ArrayList<>(), new ArrayList<>(), new AtomicInteger());
    }

    void hear(String frame) {
      var id = ID.matcher(frame);
      if (id.find()) {
        ids.add(id.group(1));
        note(frame, delays);
      } else {
        refused.incrementAndGet();
      }
    }
  }

  @Test
  void losesNothingWhereANodeIsCutOff() throws SQLException {
    var database = TestPostgres.database();
    try (var one = start(database, "the-first-node");
        var two = start(database, TWO);
        var crowd = new ChatCrowd()) {
      var urls = List.of(one.awaitReady(), two.awaitReady());
      var token = Accounts.registerAndSignIn(new SocketClient(urls.getFirst()), "speaker");
      var ears = new ArrayList<Ear>();
      var speakers = people(crowd, urls, token, ears);
      for (int second = 0; second < SECONDS; second++) {
        if (second == SECONDS / 3 || second == 2 * SECONDS / 3) {
          cut(database);
        }
        speakASecond(speakers);
      }
      pause(10 * SECOND_NANOS);
      report(crowd, ears, kept(database));
    }
  }

  private static List<ChatCrowd.Person> people(
      ChatCrowd crowd, List<URI> urls, String token, List<Ear> ears) {
    return IntStream.range(0, SPEAKERS)
        .mapToObj(i -> {
          var ear = new Ear();
          ears.add(ear);
          return crowd.join(urls.get(i % 2), "room", token, ear::hear);
        })
        .toList();
  }

  /** 200 messages, evenly. */
  private static void speakASecond(List<ChatCrowd.Person> speakers) {
    long begin = System.nanoTime();
    for (int i = 0; i < 10 * SPEAKERS; i++) {
      speakers.get(i % SPEAKERS).say(Long.toString(System.nanoTime()));
      long next = begin + (i + 1) * SECOND_NANOS / (10 * SPEAKERS);
      pause(Math.max(0, next - System.nanoTime()));
    }
  }

  private static void cut(DatabaseUrl database) {
    TestPostgres.execute(
        database,
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = '%s'"
            .formatted(TWO));
  }

  private static List<String> kept(DatabaseUrl database) throws SQLException {
    try (var connection = TestPostgres.connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select id from chat_messages order by number")) {
      var ids = new ArrayList<String>();
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
      return ids;
    }
  }

  private static void report(ChatCrowd crowd, List<Ear> ears, List<String> kept) {
    int lost = 0;
    int twice = 0;
    int inOrder = 0;
    var delays = new ArrayList<Long>();
    for (var ear : ears) {
      var heard = new HashSet<>(ear.ids());
      lost += kept.size() - (int) kept.stream().filter(heard::contains).count();
      twice += ear.ids().size() - heard.size();
      inOrder += ear.ids().equals(kept) ? 1 : 0;
      delays.addAll(ear.delays());
    }
    System.out.printf(
        "Chat: two nodes, %d s, one of them cut off twice: %d messages kept, %d refused; of %d"
            + " sockets %d were closed, %d lost, %d heard twice, %d heard all in order; p50 %.1f"
            + " ms, p99 %.1f ms, last %.0f ms%n",
        SECONDS,
        kept.size(),
        ears.stream().mapToInt(ear -> ear.refused().get()).sum(),
        ears.size(),
        crowd.gone(),
        lost,
        twice,
        inOrder,
        quantile(delays, 0.5),
        quantile(delays, 0.99),
        quantile(delays, 1));
  }
}
