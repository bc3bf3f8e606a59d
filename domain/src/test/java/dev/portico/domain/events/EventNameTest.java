package dev.portico.domain.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.shared.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"Test Event", "x", "signup.completed", "été 🦊", " padded "})
  void isKeptAsWritten(String text) {
    assertThat(EventName.parse(text).orThrow()).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "a\u0000b", "a\u007fb", "a\u2028b", "a\u202eb"})
  void isALineOfText(String text) {
    assertThat(EventName.parse(text)).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void hasAtMost100CodePoints() {
    assertThat(EventName.parse("🦊".repeat(100))).isInstanceOf(Parsed.Accepted.class);
    assertThat(EventName.parse("🦊".repeat(101))).isInstanceOf(Parsed.Refused.class);
    assertThat(EventName.parse("x".repeat(101))).isInstanceOf(Parsed.Refused.class);
  }
}
