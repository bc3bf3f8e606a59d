package dev.portico.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FrameTextTest {

  private final FrameText frame = new FrameText();

  @Test
  void putsPiecesTogetherAndBeginsAnew() {
    frame.add("{\"a\":");
    frame.add("1}");
    assertThat(frame.whole()).isEqualTo("{\"a\":1}");

    frame.add("x");
    assertThat(frame.whole()).isEqualTo("x");
  }

  @Test
  @DisplayName("WS-3: holdsNoMoreThanAFrameMayHave")
  void holdsNoMoreThanAFrameMayHave() {
    assertThat(frame.add("x".repeat(FrameText.MAX_BYTES))).isTrue();
    assertThat(frame.add("x")).isFalse();
    assertThat(frame.add("")).isFalse();

    assertThat(frame.whole()).hasSize(FrameText.MAX_BYTES);
    assertThat(frame.add("é".repeat(FrameText.MAX_BYTES / 2))).isTrue();
    assertThat(frame.add("x")).isFalse();
  }

  @Test
  void countsAPairThatIsCutApart() {
    frame.add("\ud83d");
    frame.add("\udc4b");

    assertThat(frame.whole()).isEqualTo("👋");
  }
}
