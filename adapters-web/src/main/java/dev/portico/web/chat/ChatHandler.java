package dev.portico.web.chat;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/**
 * What comes in by the sockets of the chat. Frames are taken in pieces, so that a socket costs no
 * room for a whole one while none is coming.
 */
final class ChatHandler extends AbstractWebSocketHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ChatHandler.class);

  private final ChatSockets sockets;

  ChatHandler(ChatSockets sockets) {
    this.sockets = sockets;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    ChatSocket.of(session).opened(session);
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) {
    var socket = ChatSocket.of(session);
    if (!socket.frame().add(message.getPayload())) {
      socket.close(CloseStatus.TOO_BIG_TO_PROCESS);
    } else if (message.isLast()) {
      socket.take(socket.frame().whole());
    }
  }

  @Override
  public boolean supportsPartialMessages() {
    return true;
  }

  @Override
  protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
    ChatSocket.of(session).close(CloseStatus.NOT_ACCEPTABLE);
  }

  @Override
  protected void handlePongMessage(WebSocketSession session, PongMessage message) {
    ChatSocket.of(session).answered();
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
