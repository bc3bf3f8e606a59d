package dev.portico.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

  @ParameterizedTest
  @CsvSource({
    "2024-01-15T12:00:00Z, 2024-01-15T12:00:00Z",
    "2024-01-15t12:00:00z, 2024-01-15T12:00:00Z",
    "2024-01-15T12:00:00.5Z, 2024-01-15T12:00:00.500Z",
    "2024-01-15T12:00:00.123456Z, 2024-01-15T12:00:00.123456Z",
    "2024-01-15T13:30:00+01:30, 2024-01-15T12:00:00Z",
    "2024-01-15T12:00:00-00:00, 2024-01-15T12:00:00Z",
    "2024-02-29T23:59:59-05:00, 2024-03-01T04:59:59Z"
  })
  void areReadWithTheirOffset(String text, Instant expected) {
    assertThat(Instants.parse(text).orThrow()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "2024-01-15",
        "2024-01-15T12:00:00",
        "2024-01-15 12:00:00Z",
        "2024-01-15T12:00:00 01:00",
        "2024-01-15T12:00Z",
        "2024-01-15T24:00:00Z",
        "2024-01-15T12:00:60Z",
        "2024-02-30T12:00:00Z",
        "2023-02-29T12:00:00Z",
        "2024-01-15T12:00:00.1234567Z",
        "2024-01-15T12:00:00.Z",
        "2024-01-15T12:00:00+19:00",
        "2024-01-15T12:00:00+01",
        "+12024-01-15T12:00:00Z",
        "-2024-01-15T12:00:00Z",
        "1705320000"
      })
  void refuseOtherForms(String text) {
    assertThat(Instants.parse(text)).isInstanceOf(Parsed.Refused.class);
  }
}
