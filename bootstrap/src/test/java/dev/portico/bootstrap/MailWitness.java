package dev.portico.bootstrap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/**
 * A mail server outside of the service (RFC 5321) that keeps nothing but how often it was given
 * each {@code Message-ID}, and when first. Cheap enough for tens of thousands.
 */
final class MailWitness implements AutoCloseable {

  private static final String MESSAGE_ID = "message-id:";
  private static final String TAKEN = "250 taken";

  private final Map<String, Queue<Long>> seen = new ConcurrentHashMap<>();
  private final ServerSocket door;
  private volatile UnaryOperator<String> verdict = _ -> TAKEN;

  MailWitness() {
    try {
      door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.ofVirtual().name("mail-witness").start(this::open);
  }

  int port() {
    return door.getLocalPort();
  }

  /** The settings that lead a service to a mail server at this port. */
  static Map<String, String> environment(int port) {
    return Map.of("SMTP_URL", "smtp://127.0.0.1:" + port, "MAIL_FROM", "portico@portico.example");
  }

  /**
   * What is answered to a mail that was given whole and has been counted: a reply for a {@code
   * Message-ID}. May take its time.
   */
  void answers(UnaryOperator<String> verdict) {
    this.verdict = verdict;
  }

  /** Takes everything at once. */
  void takes() {
    verdict = _ -> TAKEN;
  }

  /** How many different mails it was given. */
  int mails() {
    return seen.size();
  }

  /** How many mails it was given more than once, all repetitions counted. */
  int doubles() {
    return seen.values().stream().mapToInt(times -> times.size() - 1).sum();
  }

  /** When each was given first, in nanoseconds of {@link System#nanoTime()}, in order. */
  List<Long> moments() {
    return seen.values().stream().map(Queue::element).sorted().toList();
  }

  void forget() {
    seen.clear();
  }

  private void open() {
    try {
      while (true) {
        var socket = door.accept();
        Thread.ofVirtual().start(() -> converse(socket));
      }
    } catch (IOException closed) {
      // That is how it ends.
    }
  }

  private void converse(Socket socket) {
    try (socket;
        var out = socket.getOutputStream();
        var in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      say(out, "220 witness");
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("DATA")) {
          say(out, "354 go on");
          var id = readMail(in);
          if (id.isEmpty()) {
            return;
          }
          seen.computeIfAbsent(id.get(), _ -> new ConcurrentLinkedQueue<>()).add(System.nanoTime());
          say(out, verdict.apply(id.get()));
        } else if (line.startsWith("QUIT")) {
          say(out, "221 goodbye");
          return;
        } else {
          say(out, "250 witness");
        }
      }
    } catch (IOException gone) {
      // Whoever spoke was killed, or gave up.
    }
  }

  /** The name of the mail; nothing where it ended in the middle. */
  private static Optional<String> readMail(BufferedReader in) throws IOException {
    var id = "";
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals(".")) {
        return Optional.of(id);
      }
      if (line.regionMatches(true, 0, MESSAGE_ID, 0, MESSAGE_ID.length())) {
        id = line.substring(MESSAGE_ID.length()).trim();
      }
    }
    return Optional.empty();
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
