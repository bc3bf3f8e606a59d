package dev.portico.domain.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInNameTest {

  @Test
  void isANameOrAnAddress() {
    assertThat(SignInName.of("alice")).isEqualTo(new SignInName.ByUsername(new Username("alice")));
    assertThat(SignInName.of("alice@example.com"))
        .isEqualTo(new SignInName.ByEmail(EmailAddress.parse("alice@example.com").orThrow()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "alice@", "@", "no such name", "\u0000"})
  void isNobodyWhereItIsNeither(String text) {
    assertThat(SignInName.of(text)).isEqualTo(new SignInName.Nobody(text));
  }
}
