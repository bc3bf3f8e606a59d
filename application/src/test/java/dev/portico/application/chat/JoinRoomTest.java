package dev.portico.application.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.chat.JoinRoom.Outcome;
import dev.portico.domain.chat.Author;
import dev.portico.domain.chat.Pace;
import dev.portico.domain.chat.RoomName;
import dev.portico.domain.users.UserId;
import dev.portico.domain.users.Username;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JoinRoomTest {

  private final JoinRoom joinRoom = new Fakes().hexagon().joinRoom();

  private Outcome join(String room, Optional<Author> member) {
    return joinRoom.handle(new JoinRoom.Command(new RoomName(room), member));
  }

  @Test
  void letsAMemberIntoEveryRoomByName() {
    var alice = Author.member(new UserId(new UUID(0, 1)), new Username("alice"));
    var joined = new Outcome.Joined(alice, new Pace(10, 20));

    assertThat(join("lobby", Optional.of(alice))).isEqualTo(joined);
    assertThat(join("room", Optional.of(alice))).isEqualTo(joined);
  }

  @Test
  void letsAGuestIntoTheLobbyOnly() {
    assertThat(join("lobby", Optional.empty()))
        .isInstanceOfSatisfying(
            Outcome.Joined.class, joined -> assertThat(joined.pace()).isEqualTo(new Pace(1, 1)));
    assertThat(join("room", Optional.empty())).isEqualTo(new Outcome.MembersOnly());
  }

  @Test
  void givesGuestsNamesOfTheirOwn() {
    assertThat(join("lobby", Optional.empty())).isNotEqualTo(join("lobby", Optional.empty()));
  }
}
