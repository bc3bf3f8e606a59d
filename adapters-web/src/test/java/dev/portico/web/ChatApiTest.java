package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestSocket;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Talking in rooms. */
@ApiTest
class ChatApiTest {

  /** Of all tests that listen in the lobby, one runs at a time: they would hear each other. */
  private static final String LOBBY = "lobby";

  private final ServiceUnderTest service;

  ChatApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  private String newToken() {
    return service.issue(service.newUser());
  }

  /** A room that nobody else is in. */
  private static String newRoom() {
    return "/ws/chat?room=" + uniqueName();
  }

  private TestSocket join(String room) {
    return service.client().websocket(room, bearer(newToken()));
  }

  @Test
  @ResourceLock(LOBBY)
  void answersWithTheMessage() {
    try (var socket = service.client().websocket("/ws/chat")) {
      socket.sendJson("message", "Hello");

      var message = socket.receiveJson();

      message.expectJson("/type", "message");
      assertThat(message.text("/content")).contains("Hello");
    }
  }

  @Test
  void tellsWhoSaidWhatWhereAndWhen() {
    var user = service.newUser();
    var room = uniqueName();
    try (var socket =
        service.client().websocket("/ws/chat?room=" + room, bearer(service.issue(user)))) {
      socket.sendJson("message", "Hello");

      var message =
          socket
              .receiveJson()
              .expectMembers("type", "id", "room", "author", "content", "sent_at")
              .expectJson("/type", "message")
              .expectJson("/room", room)
              .expectJson("/author", user.username().text())
              .expectJson("/content", "Hello");

      assertThat(UUID.fromString(message.text("/id")).version()).isEqualTo(7);
      assertThat(Instant.parse(message.text("/sent_at"))).hasToString(message.text("/sent_at"));
    }
  }

  @Test
  void tellsEveryoneInTheRoomInOneOrder() {
    var room = newRoom();
    try (var one = join(room);
        var other = join(room)) {
      one.sendJson("message", "1");
      var first = one.receiveText();
      assertThat(other.receiveText()).isEqualTo(first);
      other.sendJson("message", "2");

      var second = other.receiveJson().expectJson("/content", "2");

      one.receiveJson().expectJson("/id", second.text("/id"));
    }
  }

  @Test
  @DisplayName("WS-6: tellsNobodyInAnotherRoom")
  void tellsNobodyInAnotherRoom() {
    try (var here = join(newRoom());
        var elsewhere = join(newRoom())) {
      here.sendJson("message", "Hello");
      here.receiveJson().expectJson("/content", "Hello");

      elsewhere.assertNoMessage();
    }
  }

  @Test
  void tellsNothingToWhoHasJustJoined() {
    var room = newRoom();
    try (var early = join(room)) {
      early.sendJson("message", "before");
      early.receiveJson();

      try (var late = join(room)) {
        late.assertNoMessage();
        early.assertNoMessage();
        early.sendJson("message", "after");

        late.receiveJson().expectJson("/content", "after");
        early.receiveJson().expectJson("/content", "after");
      }
    }
  }

  @Test
  void tellsNothingToWhoHasLeft() {
    var room = newRoom();
    try (var there = join(room)) {
      var gone = join(room);
      gone.close();

      there.sendJson("message", "Hello");

      there.receiveJson().expectJson("/content", "Hello");
      gone.assertNoMessage();
    }
  }

  @Test
  @ResourceLock(LOBBY)
  void namesGuestsAsNoUserIsNamed() {
    try (var one = service.client().websocket("/ws/chat?room=lobby");
        var other = service.client().websocket("/ws/chat")) {
      one.sendJson("message", "Hello");

      var name = one.receiveJson().text("/author");

      assertThat(name).matches("guest-[0-9a-z]{4}");
      other.receiveJson().expectJson("/author", name);
    }
  }

  @Test
  @ResourceLock(LOBBY)
  void namesUsersInTheLobbyToo() {
    var user = service.newUser();
    try (var socket = service.client().websocket("/ws/chat", bearer(service.issue(user)))) {
      socket.sendJson("message", "Hello");

      socket.receiveJson().expectJson("/author", user.username().text());
    }
  }

  @Test
  @DisplayName("WS-6: passesOnWhatWasSaidAsInertText")
  void passesOnWhatWasSaidAsInertText() {
    var text = "\"},{\"author\":\"x\"}\\ <script>alert(1)</script> \u2028 \n 👋";
    try (var socket = join(newRoom())) {
      socket.sendJson("message", text);

      socket.receiveJson().expectJson("/content", text);
    }
  }

  @Test
  void takesFourThousandCharacters() {
    var text = "👋".repeat(4_000);
    try (var socket = join(newRoom())) {
      // 16 000 bytes and the rest of the frame: just below its limit.
      socket.sendText("{\"message\":\"" + text + "\"}");

      socket.receiveJson().expectJson("/content", text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Hello",
        "[]",
        "\"Hello\"",
        "{\"message\":\"Hello\"",
        "{\"message\":\"Hello\"} {}",
        "{\"message\":\"a\",\"message\":\"b\"}",
        "{\"message\":\"a\\u0000b\"}",
        "{\"message\":\"\\ud800\"}",
        "{}",
        "{\"message\":null}",
        "{\"message\":\"\"}",
        "{\"message\":7}",
        "{\"text\":\"Hello\"}",
        "{\"message\":\"Hello\",\"author\":\"admin\"}",
        "{\"message\":\"Hello\",\"room\":\"lobby\"}"
      })
  void refusesABadFrameAndLivesOn(String frame) {
    var room = newRoom();
    try (var socket = join(room);
        var other = join(room)) {
      socket.sendText(frame);

      var error = socket.receiveJson().expectJson("/type", "error").expectMembers("type", "detail");

      assertThat(error.text("/detail")).isNotBlank().doesNotContain("Exception", "dev.portico");
      socket.sendJson("message", "Hello");
      socket.receiveJson().expectJson("/content", "Hello");
      other.receiveJson().expectJson("/content", "Hello");
    }
  }

  @Test
  void saysAllThatIsWrongWithAFrame() {
    try (var socket = join(newRoom())) {
      socket.sendJson("message", "a".repeat(4_001), "author", "x");

      socket
          .receiveJson()
          .expectJson("/detail", "message must be 1 to 4000 characters; author is not known here");
    }
  }

  @Test
  void takesAFrameOfSixteenKibibytes() {
    var frame = "{\"message\":\"Hello\"}";
    try (var socket = join(newRoom())) {
      socket.sendText(" ".repeat(16_384 - frame.length()) + frame);

      socket.receiveJson().expectJson("/content", "Hello");
    }
  }

  @ParameterizedTest
  @DisplayName("WS-3: closesWhereAFrameIsTooLarge")
  @ValueSource(ints = {16_385, 65_537, 1_000_000})
  void closesWhereAFrameIsTooLarge(int bytes) {
    var frame = "{\"message\":\"\"}";
    try (var socket = join(newRoom())) {
      socket.sendText(" ".repeat(bytes - frame.length()) + frame);

      socket.expectClose(1009);
    }
  }

  @Test
  @DisplayName("WS-3: countsTheBytesOfAFrame")
  void countsTheBytesOfAFrame() {
    try (var socket = join(newRoom())) {
      socket.sendText("{\"message\":\"" + "é".repeat(8_190) + "\"}");

      socket.expectClose(1009);
    }
  }

  @Test
  @DisplayName("WS-3: closesWhereAFrameIsBinary")
  void closesWhereAFrameIsBinary() {
    try (var socket = join(newRoom())) {
      socket.sendBinary(new byte[] {1, 2, 3});

      socket.expectClose(1003);
    }
  }
}
