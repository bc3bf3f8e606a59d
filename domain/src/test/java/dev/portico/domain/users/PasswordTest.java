package dev.portico.domain.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.domain.shared.Parsed;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

  private static Password password(String text) {
    return Password.parse(text).orThrow();
  }

  @ParameterizedTest(name = "PW-1 {0}")
  @ValueSource(strings = {"abcdefgh", "🦊🦊🦊🦊🦊🦊🦊🦊", "aaaaaaaaaaaaaaaa b", "        "})
  void isLongEnoughWithEightCodePoints(String text) {
    assertThat(PasswordRule.DEFAULT.admit(password(text))).isInstanceOf(Parsed.Accepted.class);
  }

  @ParameterizedTest(name = "PW-1 {0}")
  @ValueSource(strings = {"abcdefg", "🦊🦊🦊🦊🦊🦊🦊", "a\u0301b\u0301c\u0301d\u0301"})
  void isTooShortWithSeven(String text) {
    assertThat(PasswordRule.DEFAULT.admit(password(text))).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void mayHaveToBeLonger() {
    assertThat(new PasswordRule(15).admit(password("x".repeat(14))))
        .isInstanceOf(Parsed.Refused.class);
    assertThat(new PasswordRule(15).admit(password("x".repeat(15))))
        .isInstanceOf(Parsed.Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 15})
  void mayHaveAMinimumFromEightToFifteen(int minimum) {
    assertThat(new PasswordRule(minimum).minimumLength()).isEqualTo(minimum);
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 16, 0, -1})
  void hasAMinimumFromEightToFifteen(int minimum) {
    assertThatThrownBy(() -> new PasswordRule(minimum))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isAtMost256CodePointsAnd1024Bytes() {
    assertThat(Password.parse("x".repeat(256))).isInstanceOf(Parsed.Accepted.class);
    assertThat(Password.parse("🦊".repeat(256))).isInstanceOf(Parsed.Accepted.class);
    assertThat(Password.parse("x".repeat(257))).isInstanceOf(Parsed.Refused.class);
    assertThat(Password.parse("x".repeat(10_000_000))).isInstanceOf(Parsed.Refused.class);
    assertThat(Password.parse("")).isInstanceOf(Parsed.Refused.class);
    // Grows when normalized: one code point becomes three of three bytes each.
    assertThat(Password.parse("\ufb2c".repeat(256))).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void isTheSameHoweverTheKeyboardComposesIt() {
    // PW-4
    assertThat(password("pass\u00e9word").reveal()).isEqualTo(password("passe\u0301word").reveal());
  }

  @Test
  void keepsBlanksWhereverTheyStand() {
    // PW-4
    assertThat(password("  a b  ").reveal()).isEqualTo("  a b  ");
  }

  @Test
  void neverShowsItself() {
    assertThat(password("a secret one")).hasToString("Password[hidden]");
    assertThat(new PasswordHash("a secret one")).hasToString("PasswordHash[hidden]");
  }

  @ParameterizedTest(name = "PW-5 {0} for {1}, {2}")
  @CsvSource({
    "portico1, alice, a@example.com, true",
    "!!Portico2024!!, alice, a@example.com, true",
    "ALICE1234, alice, a@example.com, true",
    "wonderland, alice, wonderland@example.com, true",
    "12345678x12345678, alice, x@example.com, true",
    "alice in chains, alice, a@example.com, false",
    "TestPass123!, testuser, test@example.com, false",
    "9876543219, a12345, 123@example.com, false",
    "123, abc, 123@example.com, true"
  })
  void knowsTheWordsAroundTheUser(String text, String name, String email, boolean isMadeOf) {
    assertThat(
            PasswordRule.DEFAULT.isMadeOf(
                password(text),
                Optional.of(new Username(name)),
                Optional.of(EmailAddress.parse(email).orThrow())))
        .isEqualTo(isMadeOf);
  }
}
