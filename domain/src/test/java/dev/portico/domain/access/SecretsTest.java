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
    assertThat(new SigningKey("k1", "ES256", "{\"d\":\"secret\"}", Instant.EPOCH))
        .hasToString("SigningKey[k1, ES256]");
  }
}
