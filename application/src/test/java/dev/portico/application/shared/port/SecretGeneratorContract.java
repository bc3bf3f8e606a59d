package dev.portico.application.shared.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every maker of secrets promises. */
public abstract class SecretGeneratorContract {

  protected abstract SecretGenerator secrets();

  @Test
  void makesAsManyBytesAsAsked() {
    assertThat(secrets().next(1)).hasSize(1);
    assertThat(secrets().next(32)).hasSize(32);
  }

  @Test
  void makesNoSecretTwice() {
    var seen = ConcurrentHashMap.<String>newKeySet();

    IntStream.range(0, 10_000)
        .parallel()
        .forEach(_ -> seen.add(HexFormat.of().formatHex(secrets().next(16))));

    assertThat(seen).hasSize(10_000);
  }
}
