package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.chat.ChatRule;
import dev.portico.domain.chat.RoomName;
import dev.portico.web.shared.TestSocket;
import dev.portico.web.shared.WebWorld;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How fast a client may speak. */
class ChatPaceTest {

  private static final int AT_ONCE = ChatRule.DEFAULT.members().atOnce();

  private final WebWorld world = new WebWorld();

  private static void expectSaid(TestSocket socket, String text) {
    socket.sendJson("message", text);
    socket.receiveJson().expectJson("/content", text);
  }

  private static void expectTooFast(TestSocket socket, int pace) {
    socket.sendJson("message", "again");
    socket
        .receiveJson()
        .expectJson("/type", "error")
        .expectJson("/detail", "Too fast: " + pace + " a second is the pace here");
  }

  @Test
  @DisplayName("WS-4: letsAGuestSpeakOnceASecond")
  void letsAGuestSpeakOnceASecond() {
    try (var guest = world.client().websocket("/ws/chat");
        var other = world.client().websocket("/ws/chat")) {
      expectSaid(guest, "one");
      expectTooFast(guest, 1);
      world.fakes.time.advance(Duration.ofSeconds(1));
      expectSaid(guest, "two");

      other.receiveJson().expectJson("/content", "one");
      other.receiveJson().expectJson("/content", "two");
      expectSaid(other, "three");
      guest.receiveJson().expectJson("/content", "three");
    }
  }

  @Test
  @DisplayName("WS-4: countsBadFramesToo")
  void countsBadFramesToo() {
    try (var guest = world.client().websocket("/ws/chat")) {
      guest.sendText("bad").receiveJson().expectJson("/type", "error");

      expectTooFast(guest, 1);
    }
  }

  @Test
  @DisplayName("WS-4: shutsOutWhoFloodsTheRoom")
  void shutsOutWhoFloodsTheRoom() {
    try (var flood = world.client().websocket("/ws/chat?room=a", bearer(world.newToken()));
        var other = world.client().websocket("/ws/chat?room=a", bearer(world.newToken()))) {
      for (int i = 0; i < AT_ONCE; i++) {
        expectSaid(flood, "m" + i);
      }
      for (int i = 0; i < 100; i++) {
        expectTooFast(flood, 10);
      }

      flood.sendJson("message", "one too many");

      flood.expectClose(1008);
      for (int i = 0; i < AT_ONCE; i++) {
        other.receiveJson().expectJson("/content", "m" + i);
      }
      assertThat(world.fakes.messages.after(new RoomName("a"), 0, 1_000)).hasSize(AT_ONCE);
    }
  }

  @Test
  void forgivesHasteWithARestBetween() {
    try (var member = world.client().websocket("/ws/chat?room=a", bearer(world.newToken()))) {
      for (int round = 0; round < 3; round++) {
        for (int i = 0; i < AT_ONCE; i++) {
          expectSaid(member, "m" + i);
        }
        for (int i = 0; i < 90; i++) {
          expectTooFast(member, 10);
        }
        world.fakes.time.advance(Duration.ofSeconds(2));
      }
    }
  }
}
