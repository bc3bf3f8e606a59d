package dev.portico.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpectedTest {

  @Test
  void isAnyVersion() {
    assertThat(new Expected.Any().admits(7)).isTrue();
  }

  @Test
  void isOneOfThoseThatWereSeen() {
    var seen = new Expected.OneOf(Set.of(1L, 3L));

    assertThat(seen.admits(1)).isTrue();
    assertThat(seen.admits(2)).isFalse();
    assertThat(new Expected.OneOf(Set.of()).admits(1)).isFalse();
  }
}
