package dev.portico.domain.counters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.domain.shared.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CounterNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "0", "page.views_2024-01", "-"})
  void isKeptAsWritten(String text) {
    assertThat(CounterName.parse(text).orThrow()).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "a b", "a\n", "é", "a/b", "a%2eb", "１"})
  void refusesOtherCharacters(String text) {
    assertThat(CounterName.parse(text)).isInstanceOf(Parsed.Refused.class);
    assertThatThrownBy(() -> new CounterName(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hasAtMost64() {
    assertThat(CounterName.parse("x".repeat(64))).isInstanceOf(Parsed.Accepted.class);
    assertThat(CounterName.parse("x".repeat(65))).isInstanceOf(Parsed.Refused.class);
  }
}
