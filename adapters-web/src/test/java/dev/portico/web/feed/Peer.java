package dev.portico.web.feed;

import dev.portico.domain.shared.CanIgnoreReturnValue;
import dev.portico.web.shared.PeerUrl;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/** A server on a port of this machine that behaves as badly as a test wants. */
final class Peer implements AutoCloseable {

  /** What is done with a connection once its request was read. */
  interface Behaviour {
    void answer(Socket socket) throws IOException, InterruptedException;
  }

  private final ServerSocket server;
  private final Behaviour behaviour;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch hungUp = new CountDownLatch(1);

  private Peer(ServerSocket server, Behaviour behaviour) {
    this.server = server;
    this.behaviour = behaviour;
  }

  static Peer that(Behaviour behaviour) {
    return over(ServerSocketFactory.getDefault(), behaviour);
  }

  static Peer over(ServerSocketFactory sockets, Behaviour behaviour) {
    try {
      var peer =
          new Peer(sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
      Thread.ofVirtual().start(peer::accept);
      return peer;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** One that sends these bytes, whatever they are, and closes. */
  static Peer sending(String answer) {
    return that(socket -> write(socket, answer));
  }

  /** One that answers 200 with this body. */
  static Peer holding(String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return sending("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n" + body);
  }

  @CanIgnoreReturnValue
  static Socket write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    return socket;
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
      requests.add(readHead(socket));
      asked.countDown();
      behaviour.answer(socket);
    } catch (IOException gone) {
      hungUp.countDown();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private static String readHead(Socket socket) throws IOException {
    var reader =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    var head = new StringBuilder();
    for (var line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
      head.append(line).append('\n');
    }
    return head.toString();
  }

  /** The heads of the requests so far. */
  Queue<String> requests() {
    return requests;
  }

  /** Whether somebody asks before long. */
  boolean isAsked() throws InterruptedException {
    return asked.await(10, TimeUnit.SECONDS);
  }

  /** Whether the other side hangs up on us before long. */
  boolean isHungUpOn() throws InterruptedException {
    return hungUp.await(10, TimeUnit.SECONDS);
  }

  String origin() {
    return "http://localhost:" + server.getLocalPort();
  }

  PeerUrl url() {
    return PeerUrl.parse(origin() + "/data").orThrow();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (var socket : sockets) {
      socket.close();
    }
  }
}
