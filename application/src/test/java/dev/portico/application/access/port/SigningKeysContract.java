package dev.portico.application.access.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.access.SigningKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of signing keys promises. A fresh, empty store for each test. */
public abstract class SigningKeysContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00.123456Z");

  protected abstract SigningKeys keys();

  private static SigningKey key(String id) {
    return new SigningKey(id, "ES256", "{\"kid\":\"" + id + "\",\"d\":\"secret\"}", NOON);
  }

  @Test
  void areNoneAtFirst() {
    assertThat(keys().accepted()).isEmpty();
  }

  @Test
  void keepTheFirstOffer() {
    assertThat(keys().currentOr(() -> key("one"))).isEqualTo(key("one"));
    assertThat(keys().accepted()).containsExactly(key("one"));
  }

  @Test
  void needNoSecondOffer() {
    assertThat(keys().currentOr(() -> key("one"))).isEqualTo(key("one"));

    assertThat(
            keys()
                .currentOr(() -> {
                  throw new AssertionError("asked for an offer that is not needed");
                }))
        .isEqualTo(key("one"));
  }

  @Test
  void agreeOnOneOfManyOffersAtOnce() throws Exception {
    var got = new HashSet<SigningKey>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<SigningKey>>();
      for (int i = 0; i < 8; i++) {
        var offer = key("key-" + i);
        running.add(threads.submit(() -> keys().currentOr(() -> offer)));
      }
      for (var key : running) {
        got.add(key.get());
      }
    }

    assertThat(got).hasSize(1);
    assertThat(keys().accepted()).containsExactlyElementsOf(got);
  }
}
