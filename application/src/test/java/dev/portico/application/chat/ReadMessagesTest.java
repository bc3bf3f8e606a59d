package dev.portico.application.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.Hexagon;
import dev.portico.domain.chat.Author;
import dev.portico.domain.chat.ChatMessage;
import dev.portico.domain.chat.ChatRule;
import dev.portico.domain.chat.KeptMessage;
import dev.portico.domain.chat.MessageText;
import dev.portico.domain.chat.RoomName;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was said, read again, and forgotten in the end. */
class ReadMessagesTest {

  private static final RoomName ROOM = new RoomName("room");
  private static final Author GUEST = new Author("guest-0007", Optional.empty());

  private final Fakes fakes = new Fakes();
  private final Hexagon hexagon = fakes.hexagon();

  private ChatMessage post(RoomName room) {
    return switch (hexagon
        .postMessage()
        .handle(new PostMessage.Command(room, GUEST, new MessageText("Hello")))) {
      case PostMessage.Outcome.Posted(var message) -> message;
    };
  }

  private ReadMessages.Outcome read(RoomName room, boolean member) {
    return hexagon
        .readMessages()
        .handle(new ReadMessages.Command(room, member, new PageRequest<>(10, Optional.empty())));
  }

  private static ReadMessages.Outcome listed(KeptMessage... messages) {
    return new ReadMessages.Outcome.Listed(new Page<>(List.of(messages), Optional.empty()));
  }

  @Test
  void showsTheLastFirst() {
    var one = post(ROOM);
    var two = post(ROOM);
    var _ = post(RoomName.LOBBY);

    assertThat(read(ROOM, true))
        .isEqualTo(listed(new KeptMessage(2, two), new KeptMessage(1, one)));
  }

  @Test
  void showsGuestsTheLobbyOnly() {
    var message = post(RoomName.LOBBY);

    assertThat(read(RoomName.LOBBY, false)).isEqualTo(listed(new KeptMessage(1, message)));
    assertThat(read(ROOM, false)).isEqualTo(new ReadMessages.Outcome.MembersOnly());
  }

  @Test
  void showsNothingThatWasPurged() {
    for (int i = 0; i <= PurgeMessages.AT_ONCE; i++) {
      var _ = post(ROOM);
    }
    fakes.time.advance(ChatRule.DEFAULT.keep());
    assertThat(purge()).isEqualTo(new PurgeMessages.Outcome.Purged(0));
    var kept = post(ROOM);
    fakes.time.advance(Duration.ofSeconds(1));

    assertThat(purge()).isEqualTo(new PurgeMessages.Outcome.Purged(PurgeMessages.AT_ONCE + 1));

    assertThat(read(ROOM, true))
        .isEqualTo(listed(new KeptMessage(PurgeMessages.AT_ONCE + 2, kept)));
  }

  private PurgeMessages.Outcome purge() {
    return hexagon.purgeMessages().handle(new PurgeMessages.Command());
  }
}
