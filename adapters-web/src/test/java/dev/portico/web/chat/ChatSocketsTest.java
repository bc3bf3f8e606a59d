package dev.portico.web.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import dev.portico.application.Fakes;
import dev.portico.application.Hexagon;
import dev.portico.application.chat.PostMessage;
import dev.portico.domain.chat.Author;
import dev.portico.domain.chat.ChatMessage;
import dev.portico.domain.chat.MessageText;
import dev.portico.domain.chat.Pace;
import dev.portico.domain.chat.RoomName;
import dev.portico.domain.users.UserId;
import dev.portico.web.shared.ClientAddress;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.SocketThreads;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/** Sockets between the handshake and their opening, which a client cannot bring about. */
class ChatSocketsTest {

  private final Fakes fakes = new Fakes();
  private final Hexagon hexagon = fakes.hexagon();
  private final ChatSockets sockets =
      new ChatSockets(
          new ChatSockets.Room(hexagon.hearRoom(), hexagon.postMessage(), fakes.time),
          new ChatJson(new JsonMapper()),
          new SocketThreads(Runnable::run),
          new ChatWeb.Settings(2, 3, 4));
  private final RoomName room = new RoomName("room");
  private final Seat seat = seat(Optional.empty(), "192.0.2.1");
  private final List<String> seen = new ArrayList<>();

  private final WebSocketSession session =
      (WebSocketSession)
          Proxy.newProxyInstance(
              ChatSocketsTest.class.getClassLoader(),
              new Class<?>[] {WebSocketSession.class},
              (_, method, arguments) -> {
                seen.add(
                    switch (arguments[0]) {
                      case TextMessage text -> text.getPayload();
                      case PingMessage _ -> "ping";
                      case CloseStatus status -> method.getName() + " " + status.getCode();
                      default -> throw new UnsupportedOperationException(method.getName());
                    });
                return null;
              });

  private Seat seat(Optional<UserId> user, String address) {
    return new Seat(
        room,
        new Author("alice", user),
        new Pace(1, 1),
        Optional.empty(),
        new ClientAddress(address));
  }

  private ChatMessage post() {
    return switch (hexagon
        .postMessage()
        .handle(new PostMessage.Command(room, seat.author(), new MessageText("Hello")))) {
      case PostMessage.Outcome.Posted(var message) -> message;
    };
  }

  private void sweep(int times) {
    IntStream.range(0, times).forEach(_ -> sockets.sweep());
  }

  @Test
  void hearWhatIsSaidBeforeTheyAreOpen() {
    var socket = sockets.newSocket(seat);
    var message = post();

    socket.opened(session);

    assertThat(seen).hasSize(1).first().asString().contains(message.id().toString());
  }

  @Test
  void areForgottenIfTheyNeverOpen() {
    var socket = sockets.newSocket(seat);
    sweep(10);

    socket.opened(session);
    var _ = post();

    assertThat(seen).containsExactly("close 1001");
  }

  @Test
  void haveTimeToOpen() {
    var socket = sockets.newSocket(seat);
    sweep(9);
    socket.opened(session);
    sweep(10);

    var _ = post();

    assertThat(seen).hasSize(1).first().asString().contains("Hello");
  }

  @Test
  void hearNothingAnyMoreOnceRemoved() {
    var socket = sockets.newSocket(seat);
    socket.opened(session);

    sockets.remove(socket);
    var _ = post();

    assertThat(seen).isEmpty();
  }

  @Test
  void areClosedWhenTheServiceStops() {
    var socket = sockets.newSocket(seat);
    socket.opened(session);

    var stopping = Thread.ofVirtual().start(sockets::stop);
    // As the container does once the closing is written.
    sockets.remove(socket);

    assertThat(assertDoesNotThrow(() -> stopping.join(Duration.ofSeconds(20)))).isTrue();
    assertThatThrownBy(() -> sockets.newSocket(seat)).isInstanceOf(Refusal.class);
  }

  private void expectRefusal(Seat seat, int status) {
    assertThatThrownBy(() -> sockets.newSocket(seat))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.type().status()).isEqualTo(status));
  }

  @Test
  @DisplayName("WS-4: areCountedByUserByAddressAndInAll")
  void areCountedByUserByAddressAndInAll() {
    var alice = Optional.of(new UserId(new UUID(0, 1)));
    var first = sockets.newSocket(seat(alice, "192.0.2.1"));
    var _ = sockets.newSocket(seat(alice, "192.0.2.2"));
    expectRefusal(seat(alice, "192.0.2.3"), 429);
    var _ = sockets.newSocket(seat(Optional.empty(), "192.0.2.1"));
    var guest = sockets.newSocket(seat(Optional.empty(), "192.0.2.1"));
    expectRefusal(seat(Optional.empty(), "192.0.2.1"), 503);

    sockets.remove(first);
    sockets.remove(first);

    var _ = sockets.newSocket(seat(Optional.empty(), "192.0.2.1"));
    sockets.remove(guest);
    var _ = sockets.newSocket(seat(alice, "192.0.2.1"));
    expectRefusal(seat(Optional.empty(), "192.0.2.9"), 503);
  }

  @Test
  @DisplayName("WS-4: areNoMoreFromOneAddressThanAreSet")
  void areNoMoreFromOneAddressThanAreSet() {
    for (int i = 0; i < 3; i++) {
      var _ = sockets.newSocket(seat);
    }

    expectRefusal(seat, 429);
  }

  @Test
  @DisplayName("F20: areGivenUpWhereNobodyAnswersAPing")
  void areGivenUpWhereNobodyAnswersAPing() {
    var socket = sockets.newSocket(seat);
    socket.opened(session);
    fakes.time.advance(Pulse.SILENCE.minusMillis(1));
    sweep(1);
    assertThat(seen).isEmpty();
    fakes.time.advance(Duration.ofMillis(1));
    sweep(2);
    fakes.time.advance(Pulse.PATIENCE.minusMillis(1));
    sweep(1);
    assertThat(seen).containsExactly("ping");

    fakes.time.advance(Duration.ofMillis(1));
    sweep(2);

    assertThat(seen).containsExactly("ping", "close 4500");
    assertThat(Pulse.SILENCE.plus(Pulse.PATIENCE)).isLessThan(Duration.ofMinutes(2));
  }

  @Test
  @DisplayName("F20: stayWhereAPingIsAnswered")
  void stayWhereAPingIsAnswered() {
    var socket = sockets.newSocket(seat);
    socket.opened(session);
    for (int i = 0; i < 10; i++) {
      fakes.time.advance(Pulse.SILENCE);
      sweep(1);
      socket.answered();
    }

    assertThat(seen).hasSize(10).allMatch("ping"::equals);
  }
}
