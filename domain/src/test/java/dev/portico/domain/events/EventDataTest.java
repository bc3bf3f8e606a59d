package dev.portico.domain.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.shared.Parsed;
import org.junit.jupiter.api.Test;

class EventDataTest {

  private static String object(String text) {
    return "{\"x\":\"" + text + "\"}";
  }

  @Test
  void hasAtMost16KiB() {
    int room = 16_384 - object("").length();

    assertThat(EventData.parse(object("x".repeat(room)))).isInstanceOf(Parsed.Accepted.class);
    assertThat(EventData.parse(object("x".repeat(room + 1))))
        .isEqualTo(Parsed.refused("must be at most 16384 bytes"));
  }

  @Test
  void countsBytesAndNotCharacters() {
    int room = 16_384 - object("").length();

    assertThat(EventData.parse(object("é".repeat(room / 2)))).isInstanceOf(Parsed.Accepted.class);
    assertThat(EventData.parse(object("é".repeat(room / 2 + 1))))
        .isInstanceOf(Parsed.Refused.class);
  }
}
