package dev.portico.web.chat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/* Spring's ConcurrentWebSocketSessionDecorator has such bounds too, but whoever comes first there
 * writes to the socket, and waits for its peer. Here that would be the one who speaks, and all of
 * the room behind. So frames are only laid down by those who send, and written by a task that runs
 * while there are any: one at a time for a socket, as a session asks for. How long a write may take
 * is up to whoever makes the sessions. */

/**
 * The frames on their way to one client: bounded, in order, and nobody waits for it. They may come
 * before the socket is open, and are written once it is.
 */
final class Outbox {

  /** How much a client that reads slowly may leave lying here. */
  static final int MAX_BYTES = 512 << 10;

  private static final CloseStatus TOO_SLOW =
      CloseStatus.SERVICE_OVERLOAD.withReason("reads too slowly");
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private final Executor threads;
  private final Deque<WebSocketMessage<?>> waiting = new ArrayDeque<>();
  private int bytes;
  private boolean writing;
  private boolean closed;
  private Optional<WebSocketSession> session = Optional.empty();
  private Optional<CloseStatus> closing = Optional.empty();

  Outbox(Executor threads) {
    this.threads = threads;
  }

  /** The socket is open; what waits is written. */
  void open(WebSocketSession opened) {
    Optional<CloseStatus> closedBefore;
    synchronized (this) {
      session = Optional.of(opened);
      closedBefore = closing;
    }
    closedBefore.ifPresent(status -> close(opened, status));
    write();
  }

  /** Whether there is, or was, a socket. */
  synchronized boolean isOpened() {
    return session.isPresent();
  }

  /** Sends a frame, unless the socket is being closed; cuts off who is too far behind. */
  void send(TextMessage frame) {
    put(frame);
  }

  /** Asks whether the client is still there. */
  void ping() {
    put(new PingMessage());
  }

  private void put(WebSocketMessage<?> frame) {
    if (layDown(frame)) {
      write();
    } else {
      close(TOO_SLOW);
    }
  }

  /** False if there is no room. */
  private synchronized boolean layDown(WebSocketMessage<?> frame) {
    if (closed) {
      return true;
    }
    if (bytes + frame.getPayloadLength() > MAX_BYTES) {
      return false;
    }
    waiting.add(frame);
    bytes += frame.getPayloadLength();
    return true;
  }

  /** Sees to it that somebody writes what waits. */
  private void write() {
    beginToWrite().ifPresent(open -> threads.execute(() -> writeAll(open)));
  }

  /** The session to write to, if there is something to write and nobody does. */
  private synchronized Optional<WebSocketSession> beginToWrite() {
    if (writing || waiting.isEmpty()) {
      return Optional.empty();
    }
    writing = session.isPresent();
    return session;
  }

  private void writeAll(WebSocketSession open) {
    try {
      for (var frame = next(); frame != null; frame = next()) {
        open.sendMessage(frame);
      }
    } catch (IOException | IllegalStateException failure) {
      LOG.debug("A client reads too slowly or has gone", failure);
      close(TOO_SLOW);
    }
  }

  private synchronized @Nullable WebSocketMessage<?> next() {
    var frame = waiting.poll();
    if (frame == null) {
      writing = false;
    } else {
      bytes -= frame.getPayloadLength();
    }
    return frame;
  }

  /** Closes the socket; what has not been written by now never will be. */
  void close(CloseStatus status) {
    Optional<WebSocketSession> open;
    synchronized (this) {
      if (closed) {
        return;
      }
      stop();
      closing = Optional.of(status);
      open = session;
    }
    open.ifPresent(it -> close(it, status));
  }

  private void close(WebSocketSession open, CloseStatus status) {
    threads.execute(() -> {
      try {
        open.close(status);
      } catch (IOException failure) {
        LOG.debug("A client was gone before it was told so", failure);
      }
    });
  }

  /** Takes no more. */
  synchronized void stop() {
    closed = true;
    waiting.clear();
    bytes = 0;
  }

  synchronized boolean isClosed() {
    return closed;
  }
}
