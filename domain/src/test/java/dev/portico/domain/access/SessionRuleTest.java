package dev.portico.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionRuleTest {

  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void hasAPositiveIdleLimitThatIsNoLonger() {
    assertThat(new SessionRule(DAY, DAY).absolute()).isEqualTo(DAY);
    assertThatThrownBy(() -> new SessionRule(Duration.ZERO, DAY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SessionRule(DAY.plusNanos(1), DAY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysSinceWhenASessionIsIdle() {
    assertThat(new SessionRule(DAY, DAY).idleSince(Instant.EPOCH))
        .isEqualTo(Instant.EPOCH.minus(DAY));
  }
}
