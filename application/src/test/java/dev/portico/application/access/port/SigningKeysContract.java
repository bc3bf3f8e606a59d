package dev.portico.application.access.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.access.KeyTerm;
import dev.portico.domain.access.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of signing keys promises. A fresh, empty store for each test. */
public abstract class SigningKeysContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00.123456Z");

  protected abstract SigningKeys keys();

  /** A key that is announced at noon, a minute before it signs. */
  protected static SigningKey key(String id, int number) {
    return new SigningKey(
        id,
        "ES256",
        "{\"kid\":\"" + id + "\",\"d\":\"secret\"}",
        new KeyTerm(number, NOON, NOON.plusSeconds(60)));
  }

  private static SigningKey withdrawn(SigningKey key, Instant at) {
    return new SigningKey(key.id(), key.algorithm(), key.privateJwk(), key.term().withdrawn(at));
  }

  @Test
  void areNoneAtFirst() {
    assertThat(keys().all()).isEmpty();
  }

  @Test
  void areKeptAsTheyAre() {
    assertThat(keys().addIfFree(key("one", 1))).isTrue();

    assertThat(keys().all()).containsExactly(key("one", 1));
  }

  @Test
  void areGivenByNumber() {
    assertThat(keys().addIfFree(key("a", 10))).isTrue();
    assertThat(keys().addIfFree(key("b", 9))).isTrue();

    assertThat(keys().all()).containsExactly(key("b", 9), key("a", 10));
  }

  @Test
  void haveNoNumberTwice() {
    assertThat(keys().addIfFree(key("one", 1))).isTrue();
    assertThat(keys().addIfFree(key("other", 1))).isFalse();

    assertThat(keys().all()).containsExactly(key("one", 1));
  }

  @Test
  void areWithdrawnAtATime() {
    assertThat(keys().addIfFree(key("one", 1))).isTrue();
    assertThat(keys().addIfFree(key("two", 2))).isTrue();

    keys().withdraw(List.of("one", "nobody"), NOON);

    assertThat(keys().all()).containsExactly(withdrawn(key("one", 1), NOON), key("two", 2));
  }

  @Test
  void areWithdrawnNoLaterThanAtFirst() {
    assertThat(keys().addIfFree(key("one", 1))).isTrue();

    keys().withdraw(List.of("one"), NOON);
    keys().withdraw(List.of("one"), NOON.plus(Duration.ofHours(1)));
    assertThat(keys().all()).containsExactly(withdrawn(key("one", 1), NOON));

    keys().withdraw(List.of("one"), NOON.minus(Duration.ofHours(1)));
    assertThat(keys().all())
        .containsExactly(withdrawn(key("one", 1), NOON.minus(Duration.ofHours(1))));
  }

  @Test
  void areForgotten() {
    assertThat(keys().addIfFree(key("one", 1))).isTrue();
    assertThat(keys().addIfFree(key("two", 2))).isTrue();

    keys().remove(List.of("one", "nobody"));
    keys().remove(List.of());

    assertThat(keys().all()).containsExactly(key("two", 2));
  }

  @Test
  void keepOneOfManyAtOnce() throws Exception {
    int kept = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Boolean>>();
      for (int i = 0; i < 8; i++) {
        var offer = key("key-" + i, 1);
        running.add(threads.submit(() -> keys().addIfFree(offer)));
      }
      for (var one : running) {
        kept += one.get() ? 1 : 0;
      }
    }

    assertThat(kept).isEqualTo(1);
    assertThat(keys().all()).hasSize(1);
  }
}
