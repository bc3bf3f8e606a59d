package dev.portico.persistence.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.users.port.WeakPasswords;
import dev.portico.application.users.port.WeakPasswordsContract;
import dev.portico.domain.users.Password;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ListedWeakPasswordsTest extends WeakPasswordsContract {

  private final ListedWeakPasswords weakPasswords = new ListedWeakPasswords();

  @Override
  protected WeakPasswords weakPasswords() {
    return weakPasswords;
  }

  private boolean contain(String text) {
    return weakPasswords.contain(Password.parse(text).orThrow());
  }

  private static List<String> list() throws IOException {
    var resource = ListedWeakPasswords.class.getResourceAsStream("weak-passwords.txt");
    try (var lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(resource), StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    }
  }

  @Test
  void knowTheThreeThousandMostUsedOnes() throws IOException {
    var list = list();

    assertThat(list).hasSizeGreaterThan(3_000).startsWith("password", "12345678");
    assertThat(list).allMatch(text -> contain(text) && contain(text.toUpperCase(Locale.ROOT)));
  }

  @Test
  void answerWithinFiveMilliseconds() {
    assertThat(contain("warm up the machine")).isFalse();

    Assertions.assertTimeout(
        Duration.ofMillis(500),
        () -> {
          for (int i = 0; i < 100; i++) {
            assertThat(contain("x".repeat(256))).isFalse();
          }
        });
  }
}
