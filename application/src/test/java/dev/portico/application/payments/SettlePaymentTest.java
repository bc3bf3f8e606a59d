package dev.portico.application.payments;

import static dev.portico.domain.payments.PaymentBuilder.aPayment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.ChangedPorts;
import dev.portico.application.Fakes;
import dev.portico.application.Hexagon;
import dev.portico.application.payments.SettlePayment.Command;
import dev.portico.application.payments.SettlePayment.Outcome;
import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.application.payments.port.PaymentGateway.Answer;
import dev.portico.application.shared.Unavailable;
import dev.portico.domain.payments.Payment;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettlePaymentTest {

  private final Fakes fakes = new Fakes();
  private final Payment.Pending pending = aPayment().build();

  private Outcome settle() {
    return fakes.hexagon().settlePayment().handle(new Command(pending.order().id()));
  }

  @Test
  void asksTheGatewayAndKeepsWhatItSays() {
    fakes.payments.add(pending);

    var settled = settle();

    assertThat(fakes.payments.find(pending.order().id()))
        .containsInstanceOf(Payment.Succeeded.class)
        .hasValueSatisfying(payment -> assertThat(settled).isEqualTo(new Outcome.Settled(payment)));
  }

  @Test
  void keepsADeclineToo() {
    fakes.payments.add(pending);
    fakes.paymentGateway.decline("no funds");

    assertThat(settle())
        .isEqualTo(new Outcome.Settled(pending.declined("no funds", fakes.time.instant())));
  }

  @Test
  void leavesASettledPaymentAlone() {
    fakes.payments.add(pending);
    assertThat(settle()).isInstanceOf(Outcome.Settled.class);

    assertThat(settle()).isEqualTo(new Outcome.NothingToSettle());
    assertThat(fakes.paymentGateway.asked()).hasSize(1);
  }

  @Test
  void hasNothingToDoForAPaymentThatIsNotThere() {
    assertThat(settle()).isEqualTo(new Outcome.NothingToSettle());
  }

  @Test
  void throwsWhileStillNobodyKnows() {
    fakes.payments.add(pending);
    fakes.paymentGateway.goAway();

    assertThatThrownBy(this::settle).isInstanceOf(Unavailable.class);
    assertThat(fakes.payments.find(pending.order().id())).contains(pending);
  }

  @Test
  void agreesWithWhoeverSettledItMeanwhile() {
    fakes.payments.add(pending);
    var first = pending.succeeded("ch_1", fakes.time.instant());
    PaymentGateway overtaken =
        fakes.paymentGateway.charging(_ -> {
          assertThat(fakes.payments.replacePending(first)).isTrue();
          fakes.time.advance(Duration.ofSeconds(1));
          return new Answer.Charged("ch_1");
        });
    var hexagon = Hexagon.over(ChangedPorts.with(fakes.ports(), PaymentGateway.class, overtaken));

    assertThat(hexagon.settlePayment().handle(new Command(pending.order().id())))
        .isEqualTo(new Outcome.Settled(first));
  }
}
