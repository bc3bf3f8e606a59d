package dev.portico.web.chat;

import dev.portico.application.Hexagon;
import dev.portico.application.chat.HearRoom;
import dev.portico.application.chat.PostMessage;
import dev.portico.application.chat.port.RoomFeed;
import dev.portico.application.shared.Unavailable;
import dev.portico.domain.chat.ChatMessage;
import dev.portico.web.shared.Refusal;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

/**
 * One client in one room, from the handshake on: a client that has read the answer must not miss
 * what is said before the container has opened the socket.
 */
final class ChatSocket implements RoomFeed.Listener {

  private static final Logger LOG = LoggerFactory.getLogger(ChatSocket.class);
  private static final CloseStatus NOT_ALLOWED =
      CloseStatus.POLICY_VIOLATION.withReason("the access token is no longer good");

  private static final String ATTRIBUTE = ChatSocket.class.getName();

  /** An answer to a handshake is on its way for milliseconds, and a sweep comes every second. */
  private static final int SWEEPS_TO_OPEN = 10;

  private final Seat seat;
  private final Outbox outbox;
  private final ChatJson json;
  private final PostMessage postMessage;
  private final RoomFeed.Subscription subscription;
  private int sweeps;

  ChatSocket(Seat seat, Outbox outbox, ChatJson json, Hexagon hexagon) {
    this.seat = seat;
    this.outbox = outbox;
    this.json = json;
    postMessage = hexagon.postMessage();
    subscription =
        switch (hexagon.hearRoom().handle(new HearRoom.Command(seat.room(), this))) {
          case HearRoom.Outcome.Hearing(var place) -> place;
        };
  }

  Map<String, Object> asAttribute() {
    return Map.of(ATTRIBUTE, this);
  }

  static ChatSocket of(WebSocketSession session) {
    return (ChatSocket) Objects.requireNonNull(session.getAttributes().get(ATTRIBUTE));
  }

  void opened(WebSocketSession session) {
    outbox.open(session);
  }

  @Override
  public void hear(ChatMessage message) {
    outbox.send(json.frameOf(message));
  }

  /** Carries out what the client sent. */
  void take(String frame) {
    if (outbox.isClosed()) {
      return;
    }
    try {
      if (leaveIfNotAllowed()) {
        return;
      }
      var text = ChatJson.textIn(frame);
      switch (postMessage.handle(new PostMessage.Command(seat.room(), seat.author(), text))) {
        case PostMessage.Outcome.Posted(_) -> {}
      }
    } catch (Refusal refusal) {
      outbox.send(json.errorFrame(refusal.inOneSentence()));
    } catch (Unavailable unavailable) {
      LOG.warn("Unavailable: {}", unavailable.getMessage());
      outbox.send(json.errorFrame("Try again in a moment"));
    }
  }

  /** Closes the socket if the client may not stay; true if so. */
  boolean leaveIfNotAllowed() {
    if (seat.holds()) {
      return false;
    }
    close(NOT_ALLOWED);
    return true;
  }

  /** To be called now and then; true if the handshake came to nothing. */
  synchronized boolean isForsaken() {
    sweeps = Math.min(sweeps + 1, SWEEPS_TO_OPEN);
    return sweeps == SWEEPS_TO_OPEN && !outbox.isOpened();
  }

  void close(CloseStatus status) {
    outbox.close(status);
  }

  /** The socket is closed, or will never be open. */
  void leave() {
    subscription.end();
    outbox.stop();
  }
}
