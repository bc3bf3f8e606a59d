package dev.portico.application.users.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.users.Password;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every list of weak passwords promises. */
public abstract class WeakPasswordsContract {

  protected abstract WeakPasswords weakPasswords();

  @ParameterizedTest
  @ValueSource(strings = {"password", "PASSWORD", "Password1", "12345678", "iloveyou"})
  void containWhatIsGuessedFirst(String text) {
    assertThat(weakPasswords().contain(Password.parse(text).orThrow())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TestPass123!", "correct horse battery staple", "aaaaaaaaaaaaaaaa b"})
  void doNotContainOthers(String text) {
    assertThat(weakPasswords().contain(Password.parse(text).orThrow())).isFalse();
  }
}
