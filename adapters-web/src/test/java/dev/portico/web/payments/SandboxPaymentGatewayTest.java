package dev.portico.web.payments;

import static dev.portico.domain.payments.PaymentBuilder.aPayment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.application.payments.port.PaymentGateway.Answer;
import dev.portico.application.payments.port.PaymentGateway.Charge;
import dev.portico.application.payments.port.PaymentGateway.Return;
import dev.portico.application.payments.port.PaymentGatewayContract;
import dev.portico.application.shared.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxPaymentGatewayTest extends PaymentGatewayContract {

  private final PaymentGateway gateway = new SandboxPaymentGateway();

  @Override
  protected PaymentGateway gateway() {
    return gateway;
  }

  @Override
  protected Charge declined() {
    return charge("100.02", "USD");
  }

  @Override
  protected Charge lostOnce() {
    return charge("100.03", "USD");
  }

  @Override
  protected Return declinedReturn(String charge) {
    return returning(charge, "40.02");
  }

  @Override
  protected Return lostReturn(String charge) {
    return returning(charge, "40.03");
  }

  @Override
  protected Return slowReturn(String charge) {
    return returning(charge, "40.05");
  }

  @Override
  protected void endReturns() {
    // It knows at the first look.
  }

  private static Charge charge(String amount, String currency) {
    return Charge.of(aPayment().of(amount, currency).order());
  }

  @Test
  void neverAnswersForSomeAmounts() {
    var charge = charge("4", "JPY");

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> gateway.charge(charge)).isInstanceOf(Unavailable.class);
    }
  }

  @Test
  void neverAnswersForSomeReturns() {
    var wanted = returning("sandbox-1", "4.04");

    assertThatThrownBy(() -> gateway.giveBack(wanted)).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> gateway.giveBack(wanted)).isInstanceOf(Unavailable.class);
  }

  @ParameterizedTest
  @CsvSource({"102, JPY", "2, JPY", "0.02, USD", "1.002, BHD", "1.1102, CLF"})
  void countsInTheSmallestUnit(String amount, String currency) {
    assertThat(gateway.charge(charge(amount, currency))).isInstanceOf(Answer.Declined.class);
  }

  @ParameterizedTest
  @CsvSource({"2, USD", "3, USD", "100.20, USD", "200, JPY", "1000000, USD"})
  void takesAllOtherAmounts(String amount, String currency) {
    var charge = charge(amount, currency);

    assertThat(gateway.charge(charge))
        .isEqualTo(new Answer.Charged("sandbox-" + charge.reference()));
  }
}
