package dev.portico.web.chat;

import dev.portico.application.chat.HearRoom;
import dev.portico.application.chat.PostMessage;
import dev.portico.application.shared.Unavailable;
import dev.portico.web.shared.ProblemType;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.SocketThreads;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.socket.CloseStatus;

/**
 * Every socket of the chat. When the service stops, they are closed in good order first: the server
 * would just drop them.
 */
final class ChatSockets implements SmartLifecycle {

  /** How long clients are given to be told, in milliseconds. */
  private static final long GOODBYE_MS = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(ChatSockets.class);

  /** What a socket needs to take part. */
  record Room(HearRoom hearRoom, PostMessage postMessage, InstantSource time) {}

  private final Room room;
  private final ChatJson json;
  private final SocketThreads threads;
  private final Attendance attendance;
  private final Set<ChatSocket> all = ConcurrentHashMap.newKeySet();
  private volatile boolean running;
  private volatile boolean stopped;

  ChatSockets(Room room, ChatJson json, SocketThreads threads, ChatWeb.Settings settings) {
    this.room = room;
    this.json = json;
    this.threads = threads;
    attendance = new Attendance(settings);
  }

  /**
   * A socket for somebody who has been let in; it hears the room from now on.
   *
   * @throws Refusal if there are too many
   */
  ChatSocket newSocket(Seat seat) {
    if (stopped) {
      throw Refusal.of(ProblemType.UNAVAILABLE, "The service is shutting down")
          .with("Retry-After", "2");
    }
    attendance.enter(seat);
    try {
      var socket = new ChatSocket(seat, new Outbox(threads.executor()), json, room);
      all.add(socket);
      return socket;
    } catch (RuntimeException failure) {
      attendance.leave(seat);
      throw failure;
    }
  }

  /** To be called as often as one likes. */
  void remove(ChatSocket socket) {
    if (all.remove(socket)) {
      attendance.leave(socket.seat());
    }
    socket.leave();
    synchronized (all) {
      all.notifyAll();
    }
  }

  /** Closes the sockets of those who may not stay, also of those who say nothing. */
  void sweep() {
    try {
      for (var socket : all) {
        if (socket.isForsaken()) {
          socket.close(CloseStatus.GOING_AWAY);
          remove(socket);
        } else {
          socket.leaveIfNotAllowed();
        }
      }
    } catch (Unavailable unavailable) {
      // Nobody has to leave because our database is away.
      LOG.debug("No sweep", unavailable);
    }
  }

  @Override
  public void start() {
    running = true;
  }

  /** Comes before the web server's own end, since its phase is the last one. */
  @Override
  public void stop() {
    stopped = true;
    all.forEach(socket -> socket.close(CloseStatus.GOING_AWAY));
    try {
      awaitEnd();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    running = false;
  }

  private void awaitEnd() throws InterruptedException {
    long deadline = System.nanoTime() + GOODBYE_MS * 1_000_000;
    synchronized (all) {
      for (long left = GOODBYE_MS; !all.isEmpty() && left > 0; ) {
        all.wait(left);
        left = (deadline - System.nanoTime()) / 1_000_000;
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
