package dev.portico.application.shared.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.testkit.TestTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every cache promises. A fresh, empty one for each test. */
public abstract class CacheContract {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  protected final TestTime time = new TestTime();

  /** The cache, which goes by {@link #time}. */
  protected abstract Cache cache();

  @Test
  void hasNothingToBeginWith() {
    assertThat(cache().get("k")).isEmpty();
  }

  @Test
  void givesWhatWasPut() {
    cache().put("k", "{\"é\": \"🦊\"}", MINUTE);

    assertThat(cache().get("k")).contains("{\"é\": \"🦊\"}");
    assertThat(cache().get("K")).isEmpty();
  }

  @Test
  void keepsAnEmptyText() {
    cache().put("k", "", MINUTE);

    assertThat(cache().get("k")).contains("");
  }

  @Test
  void forgetsATextWhenItsTimeIsOver() {
    cache().put("k", "text", MINUTE);

    time.advance(MINUTE.minusNanos(1000));
    assertThat(cache().get("k")).contains("text");
    time.advance(Duration.ofNanos(1000));
    assertThat(cache().get("k")).isEmpty();
  }

  @Test
  void keepsEachForItsOwnTime() {
    cache().put("short", "s", MINUTE);
    cache().put("long", "l", MINUTE.multipliedBy(2));

    time.advance(MINUTE);

    assertThat(cache().get("short")).isEmpty();
    assertThat(cache().get("long")).contains("l");
  }

  @Test
  void putsANewTextInPlaceOfTheOld() {
    cache().put("k", "old", MINUTE);
    time.advance(Duration.ofSeconds(30));
    cache().put("k", "new", MINUTE);

    time.advance(Duration.ofSeconds(59));

    assertThat(cache().get("k")).contains("new");
  }
}
