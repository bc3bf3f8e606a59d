package dev.portico.application.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.Hexagon;
import dev.portico.domain.chat.Author;
import dev.portico.domain.chat.ChatMessage;
import dev.portico.domain.chat.KeptMessage;
import dev.portico.domain.chat.MessageText;
import dev.portico.domain.chat.RoomName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostMessageTest {

  private final Fakes fakes = new Fakes();
  private final Hexagon hexagon = fakes.hexagon();
  private final RoomName room = new RoomName("room");
  private final Author guest = new Author("guest-0007", Optional.empty());

  private ChatMessage post(String text) {
    return switch (hexagon
        .postMessage()
        .handle(new PostMessage.Command(room, guest, new MessageText(text)))) {
      case PostMessage.Outcome.Posted(var message) -> message;
    };
  }

  @Test
  void saysWhoSaidWhatWhereAndWhen() {
    fakes.time.advance(Duration.ofSeconds(5));

    var message = post("Hello");

    assertThat(message.id().version()).isEqualTo(7);
    assertThat(message)
        .isEqualTo(
            new ChatMessage(
                message.id(), room, guest, new MessageText("Hello"), fakes.time.instant()));
  }

  @Test
  void keepsWhatIsSaid() {
    var message = post("Hello");

    assertThat(fakes.messages.after(room, 0, 10)).containsExactly(new KeptMessage(1, message));
  }

  @Test
  void isHeardFromTheMomentOfListening() {
    var heard = new ArrayList<ChatMessage>();
    var before = post("before");
    var hearing = hexagon.hearRoom().handle(new HearRoom.Command(room, heard::add));

    var messages = List.of(post("one"), post("two"));

    assertThat(heard).isEqualTo(messages).doesNotContain(before);
    switch (hearing) {
      case HearRoom.Outcome.Hearing(var subscription) -> subscription.end();
    }
    assertThat(heard).doesNotContain(post("after"));
  }
}
