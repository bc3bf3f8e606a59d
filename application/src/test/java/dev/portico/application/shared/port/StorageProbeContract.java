package dev.portico.application.shared.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What every probe of the store promises. */
public abstract class StorageProbeContract {

  /** A probe of a store that is there. */
  protected abstract StorageProbe probe();

  /** A probe of a store that is not. */
  protected abstract StorageProbe probeOfAStoreThatIsAway();

  @Test
  void answersWhileTheStoreIsThere() {
    assertThat(probe().answers()).isTrue();
  }

  @Test
  void tellsWithinFiveSecondsThatItIsAway() {
    var probe = probeOfAStoreThatIsAway();

    Assertions.assertTimeout(Duration.ofSeconds(5), () -> assertThat(probe.answers()).isFalse());
  }
}
