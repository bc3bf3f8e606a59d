package dev.portico.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random requests, each answer held against what every answer must be: no 5xx, a problem for every
 * error, nothing betrayed. The same ones each time; for others, set the system property {@code
 * portico.fuzz.seed}.
 */
class FuzzTest {

  private final WebWorld world = new WebWorld();
  private static final long SEED = Long.getLong("portico.fuzz.seed", 20_240_115L);
  private static final int CASES = 2_600;

  @ParameterizedTest
  @DisplayName("IN-8: answersWhateverItIsAsked")
  @ValueSource(ints = {0, 1, 2, 3})
  void answersWhateverItIsAsked(int part) {
    var statuses = new ConcurrentHashMap<Integer, AtomicInteger>();
    for (int i = 0; i < CASES; i++) {
      long seed = SEED + (long) part * CASES + i;
      int status = answer(seed, new ApiFuzz(seed, OpenApiRules.SHARED.document()).request());
      statuses.computeIfAbsent(status, _ -> new AtomicInteger()).incrementAndGet();
    }

    // Requests that all fail at the door would prove little.
    assertThat(statuses).as("by status").containsKeys(200, 201, 400, 401, 404, 405, 415, 422);
    assertThat(reached(statuses)).as("%s", statuses).isGreaterThan(CASES / 4);
  }

  private static int reached(Map<Integer, AtomicInteger> statuses) {
    return statuses.entrySet().stream()
        .filter(entry -> entry.getKey() < 400 || entry.getKey() == 422 || entry.getKey() == 401)
        .mapToInt(entry -> entry.getValue().get())
        .sum();
  }

  private int answer(long seed, TestRequest request) {
    try {
      return world.client().send(request).status();
    } catch (AssertionError | RuntimeException failure) {
      throw new AssertionError(
          "run with -Dportico.fuzz.seed=%d: %s".formatted(seed, describe(request)), failure);
    }
  }

  private static String describe(TestRequest request) {
    var text =
        request.method()
            + " "
            + request.target()
            + " "
            + request.headers()
            + " "
            + request.content().mediaType()
            + " "
            + new String(request.content().bytes(), java.nio.charset.StandardCharsets.UTF_8);
    return text.substring(0, Math.min(text.length(), 2_000));
  }
}
