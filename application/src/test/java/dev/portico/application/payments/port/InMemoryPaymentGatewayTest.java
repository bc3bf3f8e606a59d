package dev.portico.application.payments.port;

import static dev.portico.domain.payments.PaymentBuilder.aPayment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.payments.port.PaymentGateway.Charge;
import dev.portico.application.payments.port.PaymentGateway.Return;
import dev.portico.application.shared.Unavailable;
import org.junit.jupiter.api.Test;

class InMemoryPaymentGatewayTest extends PaymentGatewayContract {

  private final InMemoryPaymentGateway gateway = new InMemoryPaymentGateway();

  @Override
  protected PaymentGateway gateway() {
    return gateway;
  }

  @Override
  protected Charge declined() {
    gateway.decline("no funds");
    return Charge.of(aPayment().order());
  }

  @Override
  protected Return declinedReturn(String charge) {
    gateway.keepAll("disputed");
    return returning(charge, "100");
  }

  @Override
  protected Return lostReturn(String charge) {
    gateway.loseAnswers(1);
    return returning(charge, "100");
  }

  @Override
  protected Charge lostOnce() {
    gateway.loseAnswers(1);
    return Charge.of(aPayment().order());
  }

  @Override
  protected Return slowReturn(String charge) {
    gateway.takeTime();
    return returning(charge, "100");
  }

  @Override
  protected void endReturns() {
    gateway.endReturns();
  }

  @Test
  void takesNothingWhileAway() {
    var charge = Charge.of(aPayment().order());
    gateway.goAway();
    assertThatThrownBy(() -> gateway.charge(charge)).isInstanceOf(Unavailable.class);
    assertThat(gateway.taken()).isZero();

    gateway.comeBack();
    assertThat(gateway.charge(charge)).isEqualTo(gateway.charge(charge));
    assertThat(gateway.taken()).isEqualTo(1);
    assertThat(gateway.asked()).hasSize(3);
  }
}
