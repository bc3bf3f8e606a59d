package dev.portico.web.chat;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/** What comes in by the sockets of the chat. */
final class ChatHandler extends AbstractWebSocketHandler {

  /** The most that a frame may have, in bytes. */
  static final int MAX_FRAME_BYTES = 16 << 10;

  private static final Logger LOG = LoggerFactory.getLogger(ChatHandler.class);

  private final ChatSockets sockets;

  ChatHandler(ChatSockets sockets) {
    this.sockets = sockets;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    // The container counts characters, of which a frame has no more than it has bytes.
    session.setTextMessageSizeLimit(MAX_FRAME_BYTES);
    session.setBinaryMessageSizeLimit(MAX_FRAME_BYTES);
    ChatSocket.of(session).opened(session);
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) {
    if (message.getPayloadLength() > MAX_FRAME_BYTES) {
      ChatSocket.of(session).close(CloseStatus.TOO_BIG_TO_PROCESS);
    } else {
      ChatSocket.of(session).take(message.getPayload());
    }
  }

  @Override
  protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
    ChatSocket.of(session).close(CloseStatus.NOT_ACCEPTABLE);
  }

  @Override
  public void handleTransportError(WebSocketSession session, Throwable failure) {
    // The client's doing, or the network's; the socket is closed next.
    LOG.debug("A socket broke", failure);
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    sockets.remove(ChatSocket.of(session));
  }
}
