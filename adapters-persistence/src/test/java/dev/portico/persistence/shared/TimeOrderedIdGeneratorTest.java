package dev.portico.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.IdGeneratorContract;
import dev.portico.testkit.TestTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class TimeOrderedIdGeneratorTest extends IdGeneratorContract {

  private final IdGenerator ids =
      new TimeOrderedIdGenerator(InstantSource.system(), new SecureRandom());
  private final TestTime time = new TestTime();
  private final IdGenerator settable = new TimeOrderedIdGenerator(time, new SecureRandom());

  @Override
  protected IdGenerator ids() {
    return ids;
  }

  @Test
  void beginWithTheMilliseconds() {
    assertThat(settable.next().getMostSignificantBits() >>> 16).isEqualTo(time.millis());
  }

  @Test
  void growInsideOneMillisecond() {
    var before = settable.next();
    // More than the counter holds, so that it runs over.
    for (int i = 0; i < 10_000; i++) {
      var id = settable.next();
      assertThat(id.toString()).isGreaterThan(before.toString());
      assertThat(id.version()).isEqualTo(7);
      before = id;
    }
  }

  @Test
  void growThoughTheClockGoesBack() {
    var before = settable.next();
    time.advance(Duration.ofHours(-1));

    assertThat(settable.next().toString()).isGreaterThan(before.toString());
  }
}
