package dev.portico.web.notifications;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * A mail server that writes down every line it is told, a character for a byte, and answers as the
 * test wants it to.
 */
public final class RecordingSmtpServer implements AutoCloseable {

  /** In place of an answer: there is none, and the connection stays. */
  static final String SILENCE = "";

  /** The answer is given a byte at a time, and never ends. */
  static final String DRIP = "drip";

  private static final long PAUSE_NANOS = 20_000_000;
  private static final Map<String, String> WILLING =
      Map.of(
          "GREETING", "220 here",
          "EHLO", "250 here",
          "DATA", "354 go on",
          "QUIT", "221 bye");

  private final ServerSocket door;
  private final Map<String, String> answers;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /**
   * Begins to listen.
   *
   * @param answers by command; {@code GREETING} is before the first, {@code END} after the mail
   */
  RecordingSmtpServer(Map<String, String> answers) {
    this(openDoor(), answers);
  }

  /**
   * The same behind this door, which may be one for TLS.
   *
   * @param answers may change while it listens
   */
  public RecordingSmtpServer(ServerSocket door, Map<String, String> answers) {
    this.door = door;
    this.answers = answers;
    Thread.ofVirtual().start(this::listen);
  }

  private static ServerSocket openDoor() {
    try {
      return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  public int port() {
    return door.getLocalPort();
  }

  /** All it was told. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** The commands of this kind; lines of mails are none. */
  public List<String> commands(String verb) {
    return lines.stream().filter(line -> line.startsWith("C " + verb)).toList();
  }

  private void listen() {
    try {
      while (true) {
        var socket = door.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> converse(socket));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void converse(Socket socket) {
    try (socket) {
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
      var out = socket.getOutputStream();
      answer(out, "GREETING");
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        lines.add("C " + line);
        var verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        answer(out, verb);
        if (verb.equals("DATA") && !answers.containsKey("DATA")) {
          for (var text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
            lines.add("D " + text);
          }
          answer(out, "END");
        }
      }
    } catch (IOException gone) {
      // Whoever called has had enough, or the test is over.
    }
  }

  private void answer(OutputStream out, String to) throws IOException {
    var answer = answers.getOrDefault(to, WILLING.getOrDefault(to, "250 ok"));
    if (answer.equals(SILENCE)) {
      return;
    }
    while (answer.equals(DRIP)) {
      out.write('2');
      out.flush();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    out.write((answer + "\r\n").getBytes(ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (var socket : open) {
      socket.close();
    }
  }
}
