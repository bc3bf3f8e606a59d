package dev.portico.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SecretsTest {

  @Test
  void stayOutOfATokensText() {
    assertThat(new AccessToken("a.b.c", Duration.ofMinutes(30)))
        .hasToString("AccessToken[hidden, lifetime=PT30M]");
  }

  @Test
  void stayOutOfAKeysText() {
    var term = new KeyTerm(1, Instant.EPOCH, Instant.EPOCH);

    assertThat(new SigningKey("k1", "ES256", "{\"d\":\"secret\"}", term).toString())
        .startsWith("SigningKey[k1, ES256")
        .doesNotContain("secret");
  }
}
