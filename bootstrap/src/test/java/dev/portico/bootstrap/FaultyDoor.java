package dev.portico.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Stands between the service and a peer, at one address all the time, and lets the peer be away,
 * hang or drip. A change ends the connections there are.
 */
final class FaultyDoor implements AutoCloseable {

  /** What becomes of a connection. */
  enum Mode {
    /** It leads to the peer. */
    OPEN,
    /** Ended at once: nobody is there. */
    DOWN,
    /** Taken, and never answered. */
    HUNG,
    /** It leads to the peer, whose answers come a byte a second. */
    DRIPPING
  }

  private static final Duration BETWEEN_BYTES = Duration.ofSeconds(1);

  private final int peer;
  private final ServerSocket door;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private volatile Mode mode = Mode.OPEN;

  FaultyDoor(int peer) {
    this.peer = peer;
    try {
      door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.ofVirtual().name("door").start(this::take);
  }

  int port() {
    return door.getLocalPort();
  }

  void turn(Mode to) {
    mode = to;
    while (!sockets.isEmpty()) {
      close(sockets.remove());
    }
  }

  private void take() {
    try {
      while (true) {
        var socket = door.accept();
        sockets.add(socket);
        switch (mode) {
          case OPEN -> join(socket, false);
          case DOWN -> close(socket);
          case HUNG -> {}
          case DRIPPING -> join(socket, true);
        }
      }
    } catch (IOException closed) {
      // That is how it ends.
    }
  }

  private void join(Socket caller, boolean dripping) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), peer);
    sockets.add(socket);
    var asked = caller.getInputStream();
    var toPeer = socket.getOutputStream();
    var answers = socket.getInputStream();
    var toCaller = caller.getOutputStream();
    Thread.ofVirtual()
        .start(() -> {
          pass(asked, toPeer, false);
          close(socket);
        });
    Thread.ofVirtual()
        .start(() -> {
          pass(answers, toCaller, dripping);
          close(caller);
        });
  }

  private static void pass(InputStream from, OutputStream to, boolean dripping) {
    var bytes = new byte[dripping ? 1 : 8 << 10];
    try {
      for (int n = from.read(bytes); n >= 0; n = from.read(bytes)) {
        if (dripping) {
          BenchNodes.pause(BETWEEN_BYTES);
        }
        to.write(bytes, 0, n);
        to.flush();
      }
    } catch (IOException over) {
      // One side has gone.
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyBroken) {
      // Then it is as good as closed.
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    turn(Mode.DOWN);
  }
}
