package dev.portico.application.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.feed.ViewExternalData.Command;
import dev.portico.application.feed.ViewExternalData.Outcome;
import dev.portico.domain.feed.ExternalData;
import org.junit.jupiter.api.Test;

class ViewExternalDataTest {

  private final Fakes fakes = new Fakes();
  private final ViewExternalData viewExternalData = fakes.hexagon().viewExternalData();

  @Test
  void showsWhatTheSourceHolds() {
    fakes.externalSource.hold("{\"temperature\":21.50}");

    assertThat(viewExternalData.handle(new Command()))
        .isEqualTo(new Outcome.Fetched(new ExternalData("{\"temperature\":21.50}")));
  }

  @Test
  void saysSoWhenTheSourceIsAwayAndGoesOnWhenItIsBack() {
    fakes.externalSource.goAway();
    assertThat(viewExternalData.handle(new Command())).isEqualTo(new Outcome.SourceAway());

    fakes.externalSource.hold("1");
    assertThat(viewExternalData.handle(new Command()))
        .isEqualTo(new Outcome.Fetched(new ExternalData("1")));
  }
}
