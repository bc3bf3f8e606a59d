package dev.portico.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.shared.CheckReadiness.Outcome;
import org.junit.jupiter.api.Test;

class CheckReadinessTest {

  private final Fakes fakes = new Fakes();
  private final CheckReadiness checkReadiness = fakes.hexagon().checkReadiness();

  @Test
  void goesByTheStorage() {
    assertThat(checkReadiness.handle(new CheckReadiness.Command())).isEqualTo(new Outcome.Ready());

    fakes.storageProbe.setAway(true);

    assertThat(checkReadiness.handle(new CheckReadiness.Command()))
        .isEqualTo(new Outcome.StorageAway());
  }
}
