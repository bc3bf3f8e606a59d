package dev.portico.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.feed.ViewExternalData;
import dev.portico.application.feed.ViewExternalData.Outcome;
import dev.portico.domain.feed.ExternalData;
import dev.portico.domain.feed.KeptData;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A source is asked seldom, and shown for a while after it has gone. */
class FeedStoryTest {

  private static final ExternalData MONDAY = new ExternalData("{\"rate\":1.50}");
  private static final ExternalData TUESDAY = new ExternalData("{\"rate\":1.75}");

  private final Fakes fakes = new Fakes();
  private final Hexagon hexagon = fakes.hexagon();

  private Outcome view() {
    return hexagon.viewExternalData().handle(new ViewExternalData.Command());
  }

  @Test
  void isKeptRefreshedShownWhenStaleAndAtLastForgotten() {
    fakes.externalSource.hold(MONDAY.json());
    assertThat(view()).isEqualTo(new Outcome.Fetched(MONDAY));

    // For half a minute nobody asks the source again, whatever it holds by then.
    fakes.externalSource.hold(TUESDAY.json());
    var age = Duration.ofSeconds(10);
    fakes.time.advance(age);
    assertThat(view()).isEqualTo(new Outcome.Kept(MONDAY, age, KeptData.FRESH.minus(age)));
    assertThat(fakes.externalSource.patience()).hasSize(1);

    fakes.time.advance(KeptData.FRESH);
    assertThat(view()).isEqualTo(new Outcome.Fetched(TUESDAY));

    // The source goes away: what it said last is shown, with its age, and nobody waits for long.
    fakes.externalSource.goAway();
    fakes.time.advance(KeptData.FRESH);
    assertThat(view()).isEqualTo(new Outcome.Stale(TUESDAY, KeptData.FRESH));
    assertThat(fakes.externalSource.patience().getLast()).isEqualTo(ViewExternalData.HASTE);

    fakes.time.advance(KeptData.USABLE);
    assertThat(view()).isEqualTo(new Outcome.SourceAway());

    fakes.externalSource.hold(MONDAY.json());
    assertThat(view()).isEqualTo(new Outcome.Fetched(MONDAY));
  }
}
