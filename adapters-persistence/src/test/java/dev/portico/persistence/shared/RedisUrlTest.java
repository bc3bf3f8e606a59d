package dev.portico.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.shared.Parsed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisUrlTest {

  @ParameterizedTest
  @CsvSource({
    "redis://localhost, localhost:6379",
    "redis://:canary@cache.example.com:7000/3, cache.example.com:7000",
    "rediss://user:canary@cache.example.com, cache.example.com:6379"
  })
  void showsHostAndPortAlone(String text, String shown) {
    assertThat(RedisUrl.parse(text).orThrow()).hasToString(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "http://localhost", "redis://", "redis://a b", "redis://h:x"})
  void refusesWhatIsNoAddress(String text) {
    assertThat(RedisUrl.parse(text)).isInstanceOf(Parsed.Refused.class);
  }
}
