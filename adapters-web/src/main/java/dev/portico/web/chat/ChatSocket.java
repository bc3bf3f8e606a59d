package dev.portico.web.chat;

import dev.portico.application.chat.HearRoom;
import dev.portico.application.chat.PostMessage;
import dev.portico.application.chat.port.RoomFeed;
import dev.portico.application.shared.OwnerGone;
import dev.portico.application.shared.Unavailable;
import dev.portico.domain.chat.ChatMessage;
import dev.portico.web.shared.Refusal;
import java.time.InstantSource;
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
  private static final CloseStatus TOO_MUCH =
      CloseStatus.POLICY_VIOLATION.withReason("too many frames");
  private static final CloseStatus NO_ANSWER =
      CloseStatus.SESSION_NOT_RELIABLE.withReason("no answer to a ping");

  private static final String ATTRIBUTE = ChatSocket.class.getName();

  /** An answer to a handshake is on its way for milliseconds, and a sweep comes every second. */
  private static final int SWEEPS_TO_OPEN = 10;

  private final Seat seat;
  private final Outbox outbox;
  private final ChatJson json;
  private final PostMessage postMessage;
  private final InstantSource time;
  private final Turn turn;
  private final FrameText frame = new FrameText();
  private final Pulse pulse;
  private final RoomFeed.Subscription subscription;
  private int sweeps;

  ChatSocket(Seat seat, Outbox outbox, ChatJson json, ChatSockets.Room room) {
    this.seat = seat;
    this.outbox = outbox;
    this.json = json;
    postMessage = room.postMessage();
    time = room.time();
    turn = new Turn(seat.pace());
    pulse = new Pulse(time.instant());
    subscription =
        switch (room.hearRoom().handle(new HearRoom.Command(seat.room(), this))) {
          case HearRoom.Outcome.Hearing(var place) -> place;
        };
  }

  Map<String, Object> asAttribute() {
    return Map.of(ATTRIBUTE, this);
  }

  static ChatSocket of(WebSocketSession session) {
    return (ChatSocket) Objects.requireNonNull(session.getAttributes().get(ATTRIBUTE));
  }

  Seat seat() {
    return seat;
  }

  /** The frame that is coming in. */
  FrameText frame() {
    return frame;
  }

  void opened(WebSocketSession session) {
    outbox.open(session);
  }

  @Override
  public void hear(ChatMessage message) {
    outbox.send(json.frameOf(message));
  }

  /** The client answered a ping. */
  void answered() {
    pulse.heard(time.instant());
  }

  /** Carries out what the client sent. */
  void take(String whole) {
    var now = time.instant();
    pulse.heard(now);
    if (outbox.isClosed()) {
      return;
    }
    switch (turn.take(now)) {
      case TAKEN -> carryOut(whole);
      case TOO_FAST ->
          outbox.send(
              json.errorFrame(
                  "Too fast: %d a second is the pace here".formatted(seat.pace().perSecond())));
      case TOO_MUCH -> close(TOO_MUCH);
    }
  }

  private void carryOut(String whole) {
    try {
      if (leaveIfNotAllowed()) {
        return;
      }
      var text = ChatJson.textIn(whole);
      switch (postMessage.handle(new PostMessage.Command(seat.room(), seat.author(), text))) {
        case PostMessage.Outcome.Posted(_) -> {}
      }
    } catch (Refusal refusal) {
      outbox.send(json.errorFrame(refusal.inOneSentence()));
    } catch (OwnerGone gone) {
      close(NOT_ALLOWED);
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

  /** To be called now and then; true if nobody is there, any more or at all. */
  boolean isForsaken() {
    if (!outbox.isOpened()) {
      return neverOpens();
    }
    switch (pulse.check(time.instant())) {
      case NOTHING -> {}
      case PING -> outbox.ping();
      case GIVE_UP -> {
        close(NO_ANSWER);
        return true;
      }
    }
    return false;
  }

  private synchronized boolean neverOpens() {
    sweeps = Math.min(sweeps + 1, SWEEPS_TO_OPEN);
    return sweeps == SWEEPS_TO_OPEN;
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
