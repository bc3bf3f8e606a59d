package dev.portico.web.chat;

import dev.portico.application.Hexagon;
import dev.portico.application.shared.Unavailable;
import dev.portico.web.shared.SocketThreads;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.WebSocketSession;

/** Every open socket of the chat. */
final class ChatSockets {

  private static final Logger LOG = LoggerFactory.getLogger(ChatSockets.class);

  private final Hexagon hexagon;
  private final ChatJson json;
  private final SocketThreads threads;
  private final Map<String, ChatSocket> open = new ConcurrentHashMap<>();

  ChatSockets(Hexagon hexagon, ChatJson json, SocketThreads threads) {
    this.hexagon = hexagon;
    this.json = json;
    this.threads = threads;
  }

  void opened(WebSocketSession session) {
    var outbox = new Outbox(session, threads.executor());
    open.put(session.getId(), new ChatSocket(Seat.of(session), outbox, json, hexagon));
    if (!session.isOpen()) {
      // Closed by what it heard first, and nobody knew of it yet.
      closed(session);
    }
  }

  void closed(WebSocketSession session) {
    var socket = open.remove(session.getId());
    if (socket != null) {
      socket.leave();
    }
  }

  /** Nothing, if the socket was closed while a frame came in. */
  Optional<ChatSocket> of(WebSocketSession session) {
    return Optional.ofNullable(open.get(session.getId()));
  }

  /** Closes the sockets of those who may not stay, also of those who say nothing. */
  void sweep() {
    try {
      open.values().forEach(ChatSocket::leaveIfNotAllowed);
    } catch (Unavailable unavailable) {
      // Nobody has to leave because our database is away.
      LOG.debug("No sweep", unavailable);
    }
  }
}
