package dev.portico.domain.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

  private static final LocalDate FIRST = LocalDate.parse("2024-02-28");
  private static final LocalDate LAST = LocalDate.parse("2024-03-01");

  @ParameterizedTest
  @ValueSource(strings = {"2024-03-01T00:00:00Z", "2024-03-01T23:59:59.999999Z"})
  void endsWithTheDayThatIsNow(Instant now) {
    assertThat(Period.ofDaysUntil(now, 3)).isEqualTo(new Period(FIRST, LAST));
  }

  @Test
  void takesInItsDaysFromEndToEnd() {
    var period = new Period(FIRST, LAST);

    assertThat(period.start()).isEqualTo("2024-02-28T00:00:00Z");
    assertThat(period.end()).isEqualTo("2024-03-02T00:00:00Z");
  }

  @Test
  void countsEveryDay() {
    assertThat(new Period(FIRST, LAST).eachDay(Map.of(LAST, 7L)))
        .containsExactly(
            new DayCount(FIRST, 0),
            new DayCount(LocalDate.parse("2024-02-29"), 0),
            new DayCount(LAST, 7));
  }
}
