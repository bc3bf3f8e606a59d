package dev.portico.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.domain.shared.Parsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SC-1 of the security requirements. */
class SecretKeyTest {

  @ParameterizedTest(name = "SC-1 {0}")
  @ValueSource(
      strings = {
        "changeme",
        "secret-key",
        "changeme-changeme-changeme-changeme-1",
        "your-secret-key-here-at-least-32-bytes-1",
        "kX93vQ0aPz7LmT2hRw8BnC4yDe6FgJ1",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "0123456789abcdef0123456789abcdef",
        "abcdefghijklmnopqrstuvwxyz0123456789",
        "correct horse battery staple correct horse",
        "correct-horse-battery-staple-monkey-2024",
        "CorrectHorseBatteryStapleMonkeyWrench",
        "THIS IS A VERY LONG PASSPHRASE OF MINE",
        "Thisisaverylongpassphrasewithoutspaces!!",
        "k1k2k3k4k5k1k2k3k4k5k1k2k3k4k5k1k2k3k4k5"
      })
  void refusesWhatCanBeGuessed(String text) {
    assertThat(SecretKey.parse(text))
        .isInstanceOfSatisfying(
            Parsed.Refused.class,
            refused -> assertThat(refused.reason()).doesNotContain(text).contains("openssl rand"));
  }

  @Test
  void acceptsWhatGeneratorsPrint() {
    var random = new byte[32];
    var generator = new SecureRandom();
    for (int i = 0; i < 2_000; i++) {
      generator.nextBytes(random);
      assertThat(
              List.of(
                  HexFormat.of().formatHex(random),
                  Base64.getEncoder().encodeToString(random),
                  UUID.randomUUID().toString(),
                  SecretKey.generate()))
          .allSatisfy(
              text -> assertThat(SecretKey.parse(text)).isInstanceOf(Parsed.Accepted.class));
    }
  }

  @Test
  void derivesAnotherKeyForEachUse() {
    var key = SecretKey.parse("kX93vQ0aPz7LmT2hRw8BnC4yDe6FgJ1u").orThrow();
    var same = SecretKey.parse("kX93vQ0aPz7LmT2hRw8BnC4yDe6FgJ1u").orThrow();
    var other = SecretKey.parse("kX93vQ0aPz7LmT2hRw8BnC4yDe6FgJ1v").orThrow();

    assertThat(key.derive("a")).hasSize(32).isEqualTo(same.derive("a"));
    assertThat(key.derive("a")).isNotEqualTo(key.derive("b")).isNotEqualTo(other.derive("a"));
  }

  @Test
  void neverShowsItself() {
    assertThat(SecretKey.parse("kX93vQ0aPz7LmT2hRw8BnC4yDe6FgJ1u").orThrow())
        .asString()
        .doesNotContain("kX93");
  }

  // SC-3: a key that cannot be read is no reason to make another, nor to go on without
  @ParameterizedTest
  @ValueSource(strings = {"", "changeme", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
  void isNotMadeAnewWhereItIsDamaged(String kept, @TempDir Path folder) throws IOException {
    var file = folder.resolve("secret_key");
    Files.writeString(file, kept);

    assertThatThrownBy(() -> SecretKeyFile.in(folder))
        .isInstanceOf(StartRefused.class)
        .hasMessageEndingWith("is damaged; restore it.");
    assertThat(file).hasContent(kept);
  }

  @Test
  void isMadeOnceAndKept(@TempDir Path folder) throws IOException {
    var made = SecretKeyFile.in(folder);

    assertThat(SecretKeyFile.in(folder).derive("a")).isEqualTo(made.derive("a"));
    var file = folder.resolve("secret_key");
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    assertThat(folder.toFile().list()).containsExactly("secret_key");
  }
}
