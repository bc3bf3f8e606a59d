package dev.portico.bootstrap;

import dev.portico.web.shared.Upkeep;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has every upkeep done, again and again, until it is closed. */
final class UpkeepClock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(UpkeepClock.class);

  private final ScheduledExecutorService clock;

  UpkeepClock(Collection<Upkeep> upkeeps) {
    // One each: what waits for the database must not keep the others waiting.
    clock =
        Executors.newScheduledThreadPool(
            upkeeps.size(), Thread.ofVirtual().name("upkeep-", 0).factory());
    for (var upkeep : upkeeps) {
      long millis = upkeep.pause().toMillis();
      var _ =
          clock.scheduleWithFixedDelay(() -> round(upkeep), millis, millis, TimeUnit.MILLISECONDS);
    }
  }

  private static void round(Upkeep upkeep) {
    try {
      upkeep.round().run();
    } catch (RuntimeException failure) {
      // Thrown on, it would end all rounds to come.
      LOG.error("Upkeep failed", failure);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
