package dev.portico.domain.payments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentValuesTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1-2-3-4-5", "01900000-0000-7000-8000-00000000000g"})
  void knowsNoIdOfAnotherForm(String text) {
    assertThat(PaymentId.parse(text).asOptional()).isEmpty();
  }

  @Test
  void writesAnIdAsItWasRead() {
    var text = "01900000-0000-7000-8000-000000000001";

    assertThat(PaymentId.parse(text).orThrow()).hasToString(text);
  }

  @Test
  void keepsADescriptionAsWritten() {
    var text = " 2 × Grüße 🦊 ";

    assertThat(PaymentDescription.parse(text).orThrow()).hasToString(text);
    assertThat(PaymentDescription.parse("🦊".repeat(200)).asOptional()).isPresent();
  }

  @Test
  void refusesDescriptionsThatAreNone() {
    assertThat(PaymentDescription.parse(" ").asOptional()).isEmpty();
    assertThat(PaymentDescription.parse("a\nb").asOptional()).isEmpty();
    assertThat(PaymentDescription.parse("a\u202eb").asOptional()).isEmpty();
    assertThat(PaymentDescription.parse("🦊".repeat(201)).asOptional()).isEmpty();
  }
}
