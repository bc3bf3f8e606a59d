package dev.portico.application.access.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.access.KeyTerm;
import dev.portico.domain.access.SigningKey;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What everything that makes signing keys promises. */
public abstract class KeyGeneratorContract {

  private static final KeyTerm TERM = new KeyTerm(3, Instant.EPOCH, Instant.EPOCH.plusSeconds(60));

  protected abstract KeyGenerator generator();

  @Test
  void givesAKeyTheTermThatIsAskedFor() {
    assertThat(generator().generate(TERM).term()).isEqualTo(TERM);
  }

  @Test
  void makesNoTwoAlike() {
    var keys = IntStream.range(0, 20).parallel().mapToObj(_ -> generator().generate(TERM)).toList();

    assertThat(keys).extracting(SigningKey::id).doesNotHaveDuplicates();
    assertThat(keys).extracting(SigningKey::privateJwk).doesNotHaveDuplicates();
  }
}
