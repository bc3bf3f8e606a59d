package dev.portico.domain.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.shared.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FullNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"A", "Test User", "Nguyễn Văn A", "José 🦊", "<b>x</b>", " padded "})
  void keepsAnyNameAsWritten(String text) {
    assertThat(FullName.parse(text).orThrow().text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u2003",
        "a\u0000b",
        "a\nb",
        "a\u0085b",
        "a\u001bb",
        "a\u2028b",
        "a\u2029b",
        "a\u202eb",
        "a\u2066b",
        "a\ud800b",
        "\udc00"
      })
  void refusesBlanksControlsAndOverrides(String text) {
    assertThat(FullName.parse(text)).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void countsCodePoints() {
    assertThat(FullName.parse("🦊".repeat(100))).isInstanceOf(Parsed.Accepted.class);
    assertThat(FullName.parse("🦊".repeat(101))).isInstanceOf(Parsed.Refused.class);
    assertThat(FullName.parse("x".repeat(101))).isInstanceOf(Parsed.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u202a", "\u202e", "\u2066", "\u2069"})
  void refusesEveryChangeOfDirection(String override) {
    assertThat(FullName.parse("a" + override + "b")).isInstanceOf(Parsed.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u202f", "\u2065", "\u206a"})
  void acceptsTheirNeighbours(String neighbour) {
    assertThat(FullName.parse("a" + neighbour + "b")).isInstanceOf(Parsed.Accepted.class);
  }

  @Test
  void showsItselfAsWritten() {
    assertThat(FullName.parse("Alice Wonder").orThrow()).hasToString("Alice Wonder");
  }
}
