package dev.portico.domain.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.shared.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserIdTest {

  @Test
  void readsWhatItWrites() {
    var text = "01906c4e-8f00-7abc-8def-0123456789ab";

    assertThat(UserId.parse(text).orThrow()).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1-2-3-4-5",
        "nonexistent-id",
        "01906c4e8f007abc8def0123456789ab",
        "01906c4e-8f00-7abc-8def-0123456789ab ",
        "{01906c4e-8f00-7abc-8def-0123456789ab}",
        "01906c4e-8f00-7abc-8def-0123456789ag"
      })
  void refusesAnyOtherForm(String text) {
    assertThat(UserId.parse(text)).isInstanceOf(Parsed.Refused.class);
  }
}
