package dev.portico.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");

  private static Instant speak(Pace pace, int times, Instant usedUp, Instant now) {
    var last = usedUp;
    for (int i = 0; i < times; i++) {
      last = pace.speak(last, now).orElseThrow();
    }
    return last;
  }

  @Test
  void letsAGuestSpeakOnceASecond() {
    var pace = new Pace(1, 1);
    var usedUp = speak(pace, 1, Pace.SILENT, NOON);

    assertThat(pace.speak(usedUp, NOON)).isEmpty();
    assertThat(pace.speak(usedUp, NOON.plusMillis(999))).isEmpty();
    assertThat(pace.speak(usedUp, NOON.plusSeconds(1))).isPresent();
  }

  @Test
  void savesUpNoMoreThanItSays() {
    var pace = new Pace(10, 20);
    var usedUp = speak(pace, 20, Pace.SILENT, NOON);
    assertThat(pace.speak(usedUp, NOON)).isEmpty();

    usedUp = speak(pace, 1, usedUp, NOON.plusMillis(100));
    assertThat(pace.speak(usedUp, NOON.plusMillis(100))).isEmpty();

    var muchLater = NOON.plusSeconds(3_600);
    usedUp = speak(pace, 20, usedUp, muchLater);
    assertThat(pace.speak(usedUp, muchLater)).isEmpty();
  }

  @Test
  void letsEverybodySpeakAtAll() {
    assertThatThrownBy(() -> new Pace(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Pace(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
