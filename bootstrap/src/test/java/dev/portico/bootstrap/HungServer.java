package dev.portico.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A peer of any kind that takes every connection and never says a word. */
final class HungServer implements AutoCloseable {

  private final Queue<Socket> taken = new ConcurrentLinkedQueue<>();
  private final ServerSocket door;

  HungServer() {
    try {
      door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.ofVirtual().name("hung-server").start(this::take);
  }

  private void take() {
    try {
      while (true) {
        taken.add(door.accept());
      }
    } catch (IOException closed) {
      // That is how it ends.
    }
  }

  /** Host and port. */
  String address() {
    return "127.0.0.1:" + door.getLocalPort();
  }

  /** How many connections it has taken so far. */
  int taken() {
    return taken.size();
  }

  @Override
  public void close() {
    try {
      door.close();
      for (var socket : taken) {
        socket.close();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
