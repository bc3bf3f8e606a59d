package dev.portico.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

  @Test
  void endsWhereNothingFollows() {
    assertThat(Page.cut(List.of("a", "b"), 2, String::length))
        .isEqualTo(new Page<>(List.of("a", "b"), Optional.empty()));
  }

  @Test
  void goesOnBehindItsLastEntry() {
    assertThat(Page.cut(List.of("a", "bb", "ccc"), 2, String::length))
        .isEqualTo(new Page<>(List.of("a", "bb"), Optional.of(2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "20", "100", "007"})
  void takesALimitFromOneToAHundred(String text) {
    assertThat(PageRequest.parseLimit(text)).isEqualTo(Parsed.accepted(Integer.parseInt(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "101", "-1", "+1", "1.0", "1e1", "1000000000", "٣", "x", " 1"})
  void takesNoOtherLimit(String text) {
    assertThat(PageRequest.parseLimit(text)).isInstanceOf(Parsed.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101, -1})
  void cannotBeAskedForWithAnotherLimit(int limit) {
    assertThatThrownBy(() -> new PageRequest<>(limit, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void canBeAskedForWithALimitFromOneToAHundred(int limit) {
    assertThat(new PageRequest<>(limit, Optional.empty()).limit()).isEqualTo(limit);
  }
}
