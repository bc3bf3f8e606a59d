package dev.portico.domain.counters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.domain.shared.Parsed;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncrementTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "1.0, 1", "1e3, 1000", "1000000, 1000000", "100e-2, 1"})
  void isAWholeNumberHoweverWritten(BigDecimal number, int by) {
    assertThat(Increment.parse(number)).isEqualTo(Parsed.accepted(new Increment(by)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "1.5",
        "0.1",
        "1000000.1",
        "1000001",
        "1e7",
        "1e2147483647",
        "1e-2147483647",
        "0e2147483647",
        "4294967297"
      })
  void refusesOtherNumbers(BigDecimal number) {
    assertThat(Increment.parse(number)).isInstanceOf(Parsed.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_000_001})
  void cannotBeMadeAgainstItsRule(int by) {
    assertThatThrownBy(() -> new Increment(by)).isInstanceOf(IllegalArgumentException.class);
  }
}
