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
}
