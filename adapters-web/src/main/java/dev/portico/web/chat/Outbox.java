package dev.portico.web.chat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/* Spring's ConcurrentWebSocketSessionDecorator has such bounds too, but whoever comes first there
 * writes to the socket, and waits for its peer. Here that would be the one who speaks, and all of
 * the room behind. So frames are only laid down by those who send, and written by a task that runs
 * while there are any: one at a time for a socket, as a session asks for. How long a write may take
 * is up to whoever makes the sessions. */

/** The frames on their way to one client: bounded, in order, and nobody waits for it. */
final class Outbox {

  /** How much a client that reads slowly may leave lying here. */
  static final int MAX_BYTES = 512 << 10;

  private static final CloseStatus TOO_SLOW =
      CloseStatus.SERVICE_OVERLOAD.withReason("reads too slowly");
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private final WebSocketSession session;
  private final Executor threads;
  private final Deque<TextMessage> waiting = new ArrayDeque<>();
  private int bytes;
  private boolean writing;
  private boolean closed;

  Outbox(WebSocketSession session, Executor threads) {
    this.session = session;
    this.threads = threads;
  }

  /**
   * Sends a frame, unless the socket is being closed; a client that is too far behind is cut off.
   */
  void send(String text) {
    var frame = new TextMessage(text);
    switch (layDown(frame)) {
      case WRITER_NEEDED -> threads.execute(this::write);
      case NO_ROOM -> close(TOO_SLOW);
      case DONE -> {}
    }
  }

  private enum Next {
    WRITER_NEEDED,
    NO_ROOM,
    DONE
  }

  private synchronized Next layDown(TextMessage frame) {
    if (closed) {
      return Next.DONE;
    }
    if (bytes + frame.getPayloadLength() > MAX_BYTES) {
      return Next.NO_ROOM;
    }
    waiting.add(frame);
    bytes += frame.getPayloadLength();
    boolean needed = !writing;
    writing = true;
    return needed ? Next.WRITER_NEEDED : Next.DONE;
  }

  private void write() {
    try {
      for (var frame = next(); frame != null; frame = next()) {
        session.sendMessage(frame);
      }
    } catch (IOException | IllegalStateException failure) {
      LOG.debug("A client reads too slowly or has gone", failure);
      close(TOO_SLOW);
    }
  }

  private synchronized @Nullable TextMessage next() {
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
    if (stop()) {
      threads.execute(() -> {
        try {
          session.close(status);
        } catch (IOException failure) {
          LOG.debug("A client was gone before it was told so", failure);
        }
      });
    }
  }

  /** Takes no more; false if it took none before. */
  synchronized boolean stop() {
    boolean first = !closed;
    closed = true;
    waiting.clear();
    bytes = 0;
    return first;
  }

  synchronized boolean isClosed() {
    return closed;
  }
}
