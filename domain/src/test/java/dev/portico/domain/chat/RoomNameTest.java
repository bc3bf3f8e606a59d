package dev.portico.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.shared.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"lobby", "a", "0", "a.b_c-9", ".", "-"})
  void acceptsWhatKeepsTheRule(String text) {
    assertThat(RoomName.parse(text)).isEqualTo(Parsed.accepted(new RoomName(text)));
    assertThat(new RoomName(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Lobby", "a b", "a/b", "a\n", "a\u0000", "bøb", "ａ"})
  void refusesWhatBreaksIt(String text) {
    assertThat(RoomName.parse(text)).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void hasAtMostSixtyFourCharacters() {
    assertThat(RoomName.parse("a".repeat(64))).isInstanceOf(Parsed.Accepted.class);
    assertThat(RoomName.parse("a".repeat(65))).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void opensTheLobbyToGuestsAndNoOtherRoom() {
    assertThat(RoomName.parse("lobby").orThrow().isOpenToGuests()).isTrue();
    assertThat(new RoomName("lobby2").isOpenToGuests()).isFalse();
  }
}
