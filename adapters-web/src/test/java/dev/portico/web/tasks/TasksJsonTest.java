package dev.portico.web.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TasksJsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dev.portico.application.shared.Rejected: 550 no alice@example.com here | Rejected",
        "java.lang.IllegalStateException | IllegalStateException",
        "a.b.Outer$Inner: x | Outer$Inner",
        "no handler for this kind | no handler for this kind",
        "alice@example.com is not there | not told",
        "secret: 1 | not told"
      })
  void tellsTheKindOfFailureAndNoWordFromOutside(String reason, String shown) {
    assertThat(TasksJson.failure(reason)).isEqualTo(shown);
  }
}
