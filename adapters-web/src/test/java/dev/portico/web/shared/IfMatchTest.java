package dev.portico.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.domain.shared.Expected;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

  private static Expected read(String... headers) {
    return IfMatch.of(List.of(headers)).expected();
  }

  @Test
  void meansAnyVersionByAStar() {
    assertThat(read(" * ")).isEqualTo(new Expected.Any());
  }

  @Test
  void namesVersionsByTheirTags() {
    assertThat(read(EntityTag.of(3))).isEqualTo(new Expected.OneOf(Set.of(3L)));
    assertThat(read("\"1\" , ,\"2\"", "\"3\"")).isEqualTo(new Expected.OneOf(Set.of(1L, 2L, 3L)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"W/\"1\"", "\"x\"", "\"\"", "\"01\"", "\"-1\"", "\"9223372036854775808\""})
  void matchesNothingByATagThatIsNotOurs(String tag) {
    assertThat(read(tag)).isEqualTo(new Expected.OneOf(Set.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''", "1", "'\"1'", "'\"1\" \"2\"'", "'*, \"1\"'", "w/\"1\"", "'\"1\"x'"})
  void refusesWhatIsNoListOfTags(String header) {
    assertThatThrownBy(() -> read(header))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.MALFORMED_REQUEST));
  }

  @Test
  void isNeeded() {
    assertThatThrownBy(IfMatchTest::read)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.PRECONDITION_REQUIRED));
  }

  @Test
  void refusesLongListsAtOnce() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertThatThrownBy(() -> read("\"1\",".repeat(2_000))).isInstanceOf(Refusal.class);
          assertThatThrownBy(() -> read("\t,".repeat(4_000) + "x")).isInstanceOf(Refusal.class);
        });
  }
}
