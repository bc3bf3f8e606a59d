package dev.portico.application.shared.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What every maker of ids promises. */
public abstract class IdGeneratorContract {

  protected abstract IdGenerator ids();

  @Test
  void makesUuidsOfVersionSeven() {
    var id = ids().next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void makesGreaterIdsAsTimeGoesOn() {
    var earlier = ids().next();
    var later = ids().next();
    while (millis(later) == millis(earlier)) {
      later = ids().next();
    }

    assertThat(later.toString()).isGreaterThan(earlier.toString());
  }

  private static long millis(UUID id) {
    return id.getMostSignificantBits() >>> 16;
  }

  @Test
  void makesNoIdTwiceOnManyThreads() {
    var seen = ConcurrentHashMap.<UUID>newKeySet();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        threads.execute(() -> {
          for (int j = 0; j < 500; j++) {
            seen.add(ids().next());
          }
        });
      }
    }

    assertThat(seen).hasSize(20 * 500);
  }
}
