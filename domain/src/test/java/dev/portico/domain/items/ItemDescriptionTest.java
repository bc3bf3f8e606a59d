package dev.portico.domain.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.shared.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemDescriptionTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "One.\n\nTwo:\r\n\t- three", "été 🦊"})
  void isKeptAsWritten(String text) {
    assertThat(ItemDescription.parse(text).orThrow()).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u001bb", "a\u007fb", "a\u2028b", "a\u202eb", "a\ud800b"})
  void refusesOtherControls(String text) {
    assertThat(ItemDescription.parse(text)).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void hasAtMost4000CodePoints() {
    assertThat(ItemDescription.parse("🦊".repeat(4_000))).isInstanceOf(Parsed.Accepted.class);
    assertThat(ItemDescription.parse("🦊".repeat(4_001))).isInstanceOf(Parsed.Refused.class);
    assertThat(ItemDescription.parse("x".repeat(4_001))).isInstanceOf(Parsed.Refused.class);
  }
}
