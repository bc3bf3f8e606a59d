package dev.portico.web.webhooks;

import dev.portico.domain.webhooks.WebhookUrl;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/** A receiver on a port of this machine that behaves as badly as a test wants. */
final class Receiver implements AutoCloseable {

  /** What is done with a connection once its request was read. */
  interface Behaviour {
    void answer(Socket socket) throws IOException;
  }

  /** A request; the names of its headers are in lower case. */
  record Request(String line, Map<String, List<String>> headers, String body) {

    String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }
  }

  private final ServerSocket server;
  private final Behaviour behaviour;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private final CountDownLatch hungUp = new CountDownLatch(1);

  private Receiver(ServerSocket server, Behaviour behaviour) {
    this.server = server;
    this.behaviour = behaviour;
  }

  static Receiver that(Behaviour behaviour) {
    return over(ServerSocketFactory.getDefault(), behaviour);
  }

  static Receiver over(ServerSocketFactory sockets, Behaviour behaviour) {
    try {
      var receiver =
          new Receiver(
              sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
      Thread.ofVirtual().start(receiver::accept);
      return receiver;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** One that answers with these lines of a head, and no body. */
  static Receiver answering(String... head) {
    return that(
        socket -> write(socket, String.join("\r\n", head) + "\r\nContent-Length: 0\r\n\r\n"));
  }

  static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private void accept() {
    try {
      while (true) {
        var socket = server.accept();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      requests.add(read(socket.getInputStream()));
      behaviour.answer(socket);
    } catch (IOException gone) {
      hungUp.countDown();
    }
  }

  private static Request read(InputStream in) throws IOException {
    var first = line(in);
    var headers = new ConcurrentHashMap<String, List<String>>();
    for (var line = line(in); !line.isEmpty(); line = line(in)) {
      var colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT),
          List.of(line.substring(colon + 1).strip()));
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", List.of("0")).getFirst());
    var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Request(first, headers, body);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the request ends in its head");
      }
      line.append((char) c);
    }
    return line.toString().stripTrailing();
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  /** How many have connected, whatever they sent. */
  int connections() {
    return sockets.size();
  }

  /** Whether the other side hangs up on us before long. */
  boolean isHungUpOn() throws InterruptedException {
    return hungUp.await(10, TimeUnit.SECONDS);
  }

  int port() {
    return server.getLocalPort();
  }

  WebhookUrl url() {
    return url("http://127.0.0.1");
  }

  WebhookUrl url(String origin) {
    return WebhookUrl.parse(origin + ":" + port() + "/hook?key=1").orThrow();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (var socket : sockets) {
      socket.close();
    }
  }
}
