package dev.portico.domain.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.shared.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemTitleTest {

  @ParameterizedTest
  @ValueSource(strings = {"x", "Desk lamp", "<b>Lampe</b> été 🦊"})
  void isKeptAsWritten(String text) {
    assertThat(ItemTitle.parse(text).orThrow()).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "a\tb", "a\u202eb"})
  void isALineOfText(String text) {
    assertThat(ItemTitle.parse(text)).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void hasAtMost200CodePoints() {
    assertThat(ItemTitle.parse("🦊".repeat(200))).isInstanceOf(Parsed.Accepted.class);
    assertThat(ItemTitle.parse("🦊".repeat(201))).isInstanceOf(Parsed.Refused.class);
    assertThat(ItemTitle.parse("x".repeat(201))).isInstanceOf(Parsed.Refused.class);
  }
}
