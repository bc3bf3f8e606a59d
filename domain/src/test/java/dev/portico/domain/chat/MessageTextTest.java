package dev.portico.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.shared.Parsed;
import org.junit.jupiter.api.Test;

class MessageTextTest {

  @Test
  void keepsWhatWasSaidAsItIs() {
    var text = " <b>Hello</b>\n\u202E👋 ";

    assertThat(MessageText.parse(text).orThrow().text()).isEqualTo(text);
    assertThat(new MessageText(text)).hasToString(text);
  }

  @Test
  void countsCodePoints() {
    assertThat(MessageText.parse("👋".repeat(4_000))).isInstanceOf(Parsed.Accepted.class);
    assertThat(MessageText.parse("👋".repeat(4_001))).isInstanceOf(Parsed.Refused.class);
    assertThat(MessageText.parse("a".repeat(4_001))).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void isNotEmpty() {
    assertThat(MessageText.parse("")).isInstanceOf(Parsed.Refused.class);
  }
}
