package dev.portico.persistence.shared;

import static dev.portico.persistence.shared.RedisServer.awaitThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.shared.port.Cache;
import dev.portico.application.shared.port.CacheContract;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Against a real server, well, hung and dead. */
class RedisCacheTest extends CacheContract {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** F13, and room for a machine that is busy. */
  private static final Duration SOON = Duration.ofSeconds(10);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final RedisServer server = keep(RedisServer.start());
  private final Cache cache = node();

  private <T extends AutoCloseable> T keep(T opened) {
    open.push(opened);
    return opened;
  }

  private Cache node() {
    return keep(new RedisCache(server.url(), time));
  }

  @AfterEach
  void close() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  @Override
  protected Cache cache() {
    return cache;
  }

  @Test
  void isSharedByAllNodes() {
    var other = node();
    awaitThat(() -> isShared(other));

    cache.put("k", "text", MINUTE);

    assertThat(other.get("k")).contains("text");
  }

  private boolean isShared(Cache other) {
    cache.put("probe", "" + System.nanoTime(), MINUTE);
    return other.get("probe").isPresent() && other.get("probe").equals(cache.get("probe"));
  }

  @Test
  @DisplayName("F13: goesOnAloneWhileTheServerHangs")
  void goesOnAloneWhileTheServerHangs() {
    var other = node();
    awaitThat(() -> isShared(other));
    cache.put("k", "text", MINUTE);
    server.hang();

    assertThat(cache.get("k")).contains("text");
    long begin = System.nanoTime();
    for (int i = 0; i < 1_000; i++) {
      assertThat(cache.get("k")).contains("text");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);

    server.goOn();
    long back = System.nanoTime();
    awaitThat(() -> isShared(other));
    assertThat(Duration.ofNanos(System.nanoTime() - back)).isLessThan(SOON);
  }

  @Test
  @DisplayName("F13: goesOnAloneWhileTheServerIsDead")
  void goesOnAloneWhileTheServerIsDead() {
    var other = node();
    awaitThat(() -> isShared(other));
    cache.put("k", "text", MINUTE);
    server.die();

    assertThat(cache.get("k")).contains("text");
    cache.put("k", "later", MINUTE);
    assertThat(cache.get("k")).contains("later");
    assertThat(other.get("later")).isEqualTo(Optional.empty());

    server.rise();
    awaitThat(() -> isShared(other));
  }

  @Test
  @DisplayName("F13: startsWhileTheServerIsDead")
  void startsWhileTheServerIsDead() {
    server.die();
    var one = node();
    var two = node();

    one.put("k", "text", MINUTE);
    assertThat(one.get("k")).contains("text");

    server.rise();
    awaitThat(() -> {
      one.put("k", "shared", MINUTE);
      return two.get("k").equals(Optional.of("shared"));
    });
  }
}
