package dev.portico.application.feed.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.feed.ExternalData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every source promises while it is well. */
public abstract class ExternalSourceContract {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A source that is well and holds {@link #held}. */
  protected abstract ExternalSource source();

  /** The JSON value that the source holds. */
  protected abstract String held();

  @Test
  void givesWhatItHolds() {
    assertThat(source().fetch(PATIENCE)).isEqualTo(new ExternalData(held()));
  }

  @Test
  void givesTheSameAgainWhileNothingChanges() {
    assertThat(source().fetch(PATIENCE)).isEqualTo(source().fetch(PATIENCE));
  }

  @Test
  void givesToManyAtOnce() throws Exception {
    var source = source();
    var fetched = new ArrayList<ExternalData>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<ExternalData>>();
      for (int i = 0; i < 20; i++) {
        running.add(threads.submit(() -> source.fetch(PATIENCE)));
      }
      for (var data : running) {
        fetched.add(data.get());
      }
    }

    assertThat(fetched).hasSize(20).containsOnly(new ExternalData(held()));
  }
}
