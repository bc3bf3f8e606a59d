package dev.portico.application.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.chat.JoinRoom.Outcome;
import dev.portico.domain.chat.Author;
import dev.portico.domain.chat.RoomName;
import dev.portico.domain.users.Username;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JoinRoomTest {

  private final JoinRoom joinRoom = new Fakes().hexagon().joinRoom();

  private Outcome join(String room, Optional<Username> member) {
    return joinRoom.handle(new JoinRoom.Command(new RoomName(room), member));
  }

  @Test
  void letsAMemberIntoEveryRoomByName() {
    var alice = Optional.of(new Username("alice"));

    assertThat(join("lobby", alice)).isEqualTo(new Outcome.Joined(new Author("alice")));
    assertThat(join("room", alice)).isEqualTo(new Outcome.Joined(new Author("alice")));
  }

  @Test
  void letsAGuestIntoTheLobbyOnly() {
    assertThat(join("lobby", Optional.empty())).isInstanceOf(Outcome.Joined.class);
    assertThat(join("room", Optional.empty())).isEqualTo(new Outcome.MembersOnly());
  }

  @Test
  void givesGuestsNamesOfTheirOwn() {
    assertThat(join("lobby", Optional.empty())).isNotEqualTo(join("lobby", Optional.empty()));
  }
}
