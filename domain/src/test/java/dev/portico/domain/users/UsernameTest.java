package dev.portico.domain.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.shared.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bob",
        "a-b",
        "A.b_c-9",
        "0x0",
        "guest",
        "guest1",
        "abcdefghijklmnopqrstuvwxyz012345"
      })
  void acceptsWhatKeepsTheRule(String text) {
    assertThat(Username.parse(text)).isEqualTo(Parsed.accepted(new Username(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ab",
        "abcdefghijklmnopqrstuvwxyz0123456",
        ".bob",
        "bob.",
        "-bob",
        "bob_",
        "b b",
        "bob\n",
        "bøb",
        "bob\u0000",
        "b@b",
        "ｂｏｂ",
        "b\u0131b",
        "../bob",
        "guest-a1b2",
        "Guest-bob"
      })
  void refusesWhatBreaksIt(String text) {
    assertThat(Username.parse(text)).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void hasOneKeyWhateverTheCase() {
    assertThat(new Username("ISTANBUL").key()).isEqualTo(new Username("istanbul").key());
  }

  @Test
  void showsItselfAsWritten() {
    assertThat(new Username("Alice")).hasToString("Alice");
    assertThat(new Username("Alice").key()).isEqualTo("alice");
  }
}
