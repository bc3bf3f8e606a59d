package dev.portico.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskLaneTest {

  @ParameterizedTest
  @CsvSource({
    "welcome-mail, MAIL",
    "mail, OTHER",
    "mail-list, OTHER",
    "settle-payment, PAYMENTS",
    "follow-refund, PAYMENTS",
    "unsettle-payment, OTHER",
    "settle, OTHER",
    "note, OTHER"
  })
  void goesByTheNameOfTheKind(String kind, TaskLane lane) {
    assertThat(TaskLane.of(kind)).isEqualTo(lane);
  }
}
