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
import dev.portico.domain.chat.RoomName;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.SocketThreads;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/** Sockets between the handshake and their opening, which a client cannot bring about. */
class ChatSocketsTest {

  private final Hexagon hexagon = new Fakes().hexagon();
  private final ChatSockets sockets =
      new ChatSockets(hexagon, new ChatJson(new JsonMapper()), new SocketThreads(Runnable::run));
  private final RoomName room = new RoomName("room");
  private final Seat seat = new Seat(room, new Author("alice"), Optional.empty());
  private final List<String> seen = new ArrayList<>();

  private final WebSocketSession session =
      (WebSocketSession)
          Proxy.newProxyInstance(
              ChatSocketsTest.class.getClassLoader(),
              new Class<?>[] {WebSocketSession.class},
              (_, method, arguments) -> {
                seen.add(
                    method.getName().equals("sendMessage")
                        ? ((TextMessage) arguments[0]).getPayload()
                        : method.getName() + " " + ((CloseStatus) arguments[0]).getCode());
                return null;
              });

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
}
