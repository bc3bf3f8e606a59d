package dev.portico.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ParsedTest {

  private final Parsed<Integer> four = Parsed.accepted(4);
  private final Parsed<Integer> none = Parsed.refused("is no number");

  @Test
  void givesTheValueItAccepted() {
    assertThat(four.asOptional()).contains(4);
    assertThat(four.orThrow()).isEqualTo(4);
  }

  @Test
  void givesNoValueItRefused() {
    assertThat(none.asOptional()).isEmpty();
    assertThatThrownBy(none::orThrow)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("is no number");
  }

  @Test
  void goesOnWithWhatItAcceptedOnly() {
    assertThat(four.then(value -> Parsed.accepted(value + 1))).isEqualTo(Parsed.accepted(5));
    assertThat(four.then(_ -> Parsed.refused("too small"))).isEqualTo(Parsed.refused("too small"));
    assertThat(none.then(value -> Parsed.accepted(value + 1)))
        .isEqualTo(Parsed.refused("is no number"));
  }
}
