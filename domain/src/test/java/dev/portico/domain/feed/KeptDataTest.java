package dev.portico.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptDataTest {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00.000001Z");

  private final KeptData kept = new KeptData(new ExternalData("[1,\n2]"), NOON);

  @Test
  void isFreshAndThenUsableAndThenNothing() {
    assertThat(kept.isFresh(NOON.plus(KeptData.FRESH).minusNanos(1))).isTrue();
    assertThat(kept.isFresh(NOON.plus(KeptData.FRESH))).isFalse();
    assertThat(kept.isUsable(NOON.plus(KeptData.USABLE).minusNanos(1))).isTrue();
    assertThat(kept.isUsable(NOON.plus(KeptData.USABLE))).isFalse();
  }

  @Test
  void hasAnAgeAndNoneByAClockThatIsBehind() {
    assertThat(kept.age(NOON.plusSeconds(7))).isEqualTo(Duration.ofSeconds(7));
    assertThat(kept.age(NOON.minusSeconds(7))).isZero();
  }

  @Test
  void isReadAsItWasWritten() {
    assertThat(KeptData.ofText(kept.toText())).contains(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[1]", "noon\n[1]"})
  void isNotReadFromAnythingElse(String text) {
    assertThat(KeptData.ofText(text)).isEmpty();
  }
}
