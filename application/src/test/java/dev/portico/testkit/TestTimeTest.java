package dev.portico.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class TestTimeTest {

  private final TestTime time = new TestTime();

  @Test
  void standsStillUntilItIsMoved() {
    assertThat(time.instant()).isEqualTo(TestTime.START).isEqualTo(time.instant());

    time.advance(Duration.ofMinutes(30));
    assertThat(time.instant()).isEqualTo("2024-01-15T12:30:00Z");

    time.freeze("2030-01-01T00:00:00Z");
    assertThat(time.instant()).isEqualTo(Instant.parse("2030-01-01T00:00:00Z"));
  }

  @Test
  void doesWhatIsDueWheneverItIsMoved() {
    var seen = new ArrayList<Instant>();
    time.whenMoved(() -> seen.add(time.instant()));

    time.advance(Duration.ofSeconds(1));
    time.freeze(TestTime.START);

    assertThat(seen).containsExactly(TestTime.START.plusSeconds(1), TestTime.START);
  }
}
