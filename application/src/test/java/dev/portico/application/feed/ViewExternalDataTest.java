package dev.portico.application.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.feed.ViewExternalData.Command;
import dev.portico.application.feed.ViewExternalData.Outcome;
import dev.portico.domain.feed.ExternalData;
import dev.portico.domain.feed.KeptData;
import java.time.Duration;
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

  @Test
  void keepsWhatTheSourceHeldForAWhile() {
    fakes.externalSource.hold("1");
    assertThat(viewExternalData.handle(new Command())).isInstanceOf(Outcome.Fetched.class);
    fakes.externalSource.hold("2");
    fakes.time.advance(KeptData.FRESH.minusSeconds(10));

    assertThat(viewExternalData.handle(new Command()))
        .isEqualTo(
            new Outcome.Kept(
                new ExternalData("1"), KeptData.FRESH.minusSeconds(10), Duration.ofSeconds(10)));

    fakes.time.advance(Duration.ofSeconds(10));
    assertThat(viewExternalData.handle(new Command()))
        .isEqualTo(new Outcome.Fetched(new ExternalData("2")));
  }

  /** F16. */
  @Test
  void showsWhatIsStaleWhereTheSourceGivesNothing() {
    fakes.externalSource.hold("1");
    assertThat(viewExternalData.handle(new Command())).isInstanceOf(Outcome.Fetched.class);
    fakes.externalSource.goAway();
    fakes.time.advance(KeptData.USABLE.minusSeconds(1));

    assertThat(viewExternalData.handle(new Command()))
        .isEqualTo(new Outcome.Stale(new ExternalData("1"), KeptData.USABLE.minusSeconds(1)));

    fakes.time.advance(Duration.ofSeconds(1));
    assertThat(viewExternalData.handle(new Command())).isEqualTo(new Outcome.SourceAway());
  }

  /** F16: who can be shown something is kept waiting for a moment only. */
  @Test
  void isInHasteWhereThereIsSomethingToShow() {
    assertThat(viewExternalData.handle(new Command())).isInstanceOf(Outcome.Fetched.class);
    fakes.time.advance(KeptData.FRESH);
    assertThat(viewExternalData.handle(new Command())).isInstanceOf(Outcome.Fetched.class);

    assertThat(fakes.externalSource.patience())
        .containsExactly(ViewExternalData.PATIENCE, ViewExternalData.HASTE);
  }

  @Test
  void asksTheSourceWhereTheCacheHoldsNonsense() {
    fakes.cache.put(ViewExternalData.KEY, "nonsense", Duration.ofHours(1));

    assertThat(viewExternalData.handle(new Command())).isInstanceOf(Outcome.Fetched.class);
  }
}
