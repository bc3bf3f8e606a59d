package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.access.SignIn;
import dev.portico.application.access.port.Standings;
import dev.portico.application.chat.port.Messages;
import dev.portico.application.shared.Unavailable;
import dev.portico.web.shared.TestSocket;
import dev.portico.web.shared.Upkeep;
import dev.portico.web.shared.WebWorld;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who may stay in a room, and for how long. */
class ChatStayTest {

  /** An access token's time, and as much as clocks may differ. */
  private static final Duration TOKEN_TIME =
      SignIn.ACCESS_TOKEN_LIFETIME.plus(Duration.ofSeconds(60));

  /** Alone, since a sweep looks at every socket there is. */
  private final WebWorld world = WebWorld.alone();

  private TestSocket join(String target) {
    return world.client().websocket(target, bearer(world.newToken()));
  }

  private void sweep() {
    world.scope().carrying(world.context().getBean("chatSweep", Upkeep.class).round()).run();
  }

  @Test
  @DisplayName("WS-2: closesAtTheFirstFrameAfterTheToken")
  void closesAtTheFirstFrameAfterTheToken() {
    try (var socket = join("/ws/chat?room=a");
        var other = join("/ws/chat?room=b")) {
      world.fakes.time.advance(TOKEN_TIME.minusSeconds(1));
      socket.sendJson("message", "just in time");
      socket.receiveJson().expectJson("/content", "just in time");
      world.fakes.time.advance(Duration.ofSeconds(1));

      socket.sendJson("message", "too late");

      socket.expectClose(1008);
      other.sendText("not even a good frame");
      other.expectClose(1008);
    }
  }

  @Test
  @DisplayName("WS-2: closesSilentSocketsWhenTheyAreSwept")
  void closesSilentSocketsWhenTheyAreSwept() {
    try (var inRoom = join("/ws/chat?room=a");
        var inLobby = join("/ws/chat")) {
      world.fakes.time.advance(TOKEN_TIME.minusSeconds(1));
      sweep();
      inRoom.assertNoMessage();
      inLobby.assertNoMessage();
      world.fakes.time.advance(Duration.ofSeconds(1));

      sweep();

      inRoom.expectClose(1008);
      inLobby.expectClose(1008);
    }
  }

  @Test
  @DisplayName("RF-7, WS-2: closesTheSocketOfASessionThatEnded")
  void closesTheSocketOfASessionThatEnded() {
    var token = world.newToken();
    try (var socket = world.client().websocket("/ws/chat?room=a", bearer(token));
        var other = join("/ws/chat?room=b")) {
      world.client().send("POST", "/auth/logout", bearer(token)).expectStatus(204);

      sweep();

      socket.expectClose(1008);
      other.assertNoMessage();
    }
  }

  /** A change goes unnoticed for a while, which may begin just after a sweep. */
  @Test
  @DisplayName("WS-2: sweepsOftenEnough")
  void sweepsOftenEnough() {
    var pause = world.context().getBean("chatSweep", Upkeep.class).pause();

    assertThat(Standings.AGE.plus(pause)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void tellsNothingToASocketThatWasSwept() {
    try (var swept = join("/ws/chat");
        var guest = world.client().websocket("/ws/chat")) {
      world.fakes.time.advance(TOKEN_TIME);
      sweep();
      swept.expectClose(1008);

      guest.sendJson("message", "Hello");

      guest.receiveJson().expectJson("/content", "Hello");
    }
  }

  @Test
  void letsGuestsStay() {
    try (var guest = world.client().websocket("/ws/chat")) {
      world.fakes.time.advance(Duration.ofDays(1));
      sweep();

      guest.sendJson("message", "Hello");

      guest.receiveJson().expectJson("/content", "Hello");
    }
  }

  @Test
  void staysOpenWhereAMessageCannotBeCarried() {
    try (var socket = join("/ws/chat")) {
      world.ports().fail(Messages.class, new Unavailable("away"), 1);
      socket.sendJson("message", "Hello");
      socket
          .receiveJson()
          .expectJson("/type", "error")
          .expectJson("/detail", "Try again in a moment");

      socket.sendJson("message", "Hello");
      socket.receiveJson().expectJson("/content", "Hello");
    }
  }
}
