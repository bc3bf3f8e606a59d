package dev.portico.application.feed.port;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.shared.Unavailable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InMemoryExternalSourceTest extends ExternalSourceContract {

  private final InMemoryExternalSource source = new InMemoryExternalSource();

  @Override
  protected ExternalSource source() {
    source.hold(held());
    return source;
  }

  @Override
  protected String held() {
    return "{\"a\":1}";
  }

  @Test
  void isUnavailableWhileAway() {
    source.goAway();

    assertThatThrownBy(() -> source.fetch(Duration.ofSeconds(1))).isInstanceOf(Unavailable.class);
  }
}
