package dev.portico.web.chat;

import dev.portico.application.Hexagon;
import dev.portico.application.shared.Unavailable;
import dev.portico.web.shared.SocketThreads;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;

/** Every socket of the chat. */
final class ChatSockets {

  private static final Logger LOG = LoggerFactory.getLogger(ChatSockets.class);

  private final Hexagon hexagon;
  private final ChatJson json;
  private final SocketThreads threads;
  private final Set<ChatSocket> all = ConcurrentHashMap.newKeySet();

  ChatSockets(Hexagon hexagon, ChatJson json, SocketThreads threads) {
    this.hexagon = hexagon;
    this.json = json;
    this.threads = threads;
  }

  /** A socket for somebody who has been let in; it hears the room from now on. */
  ChatSocket newSocket(Seat seat) {
    var socket = new ChatSocket(seat, new Outbox(threads.executor()), json, hexagon);
    all.add(socket);
    return socket;
  }

  void remove(ChatSocket socket) {
    all.remove(socket);
    socket.leave();
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
}
