package dev.portico.application.payments.port;

import static dev.portico.domain.payments.PaymentBuilder.aPayment;
import static dev.portico.domain.payments.PaymentBuilder.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.payments.port.PaymentGateway.Answer;
import dev.portico.application.payments.port.PaymentGateway.Charge;
import dev.portico.application.payments.port.PaymentGateway.Return;
import dev.portico.application.payments.port.PaymentGateway.Returning;
import dev.portico.application.shared.Unavailable;
import dev.portico.domain.payments.RefundId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What every gateway promises. */
public abstract class PaymentGatewayContract {

  protected abstract PaymentGateway gateway();

  /** A charge that the gateway declines. */
  protected abstract Charge declined();

  /** A charge whose first answer is lost on the way; the next one comes through. */
  protected abstract Charge lostOnce();

  /** A return of some of this charge, of 100 USD, that the gateway declines. */
  protected abstract Return declinedReturn(String charge);

  /** Another whose first answer is lost on the way; the next one comes through. */
  protected abstract Return lostReturn(String charge);

  /** Another whose end the gateway does not know at first. */
  protected abstract Return slowReturn(String charge);

  /** From now on it knows: the money was given back. */
  protected abstract void endReturns();

  private static final AtomicLong RETURNS = new AtomicLong();

  /** A return of so much of a charge. */
  protected static Return returning(String charge, String amount) {
    var id = new UUID(0x0190_0000_0000_7001L, 1L << 63 | RETURNS.incrementAndGet());
    return new Return(new RefundId(id), charge, money(amount, "USD"));
  }

  private String charged() {
    return ((Answer.Charged) gateway().charge(charge())).reference();
  }

  private static Charge charge() {
    return Charge.of(aPayment().of("100", "USD").order());
  }

  @Test
  void takesMoneyUnderAReference() {
    assertThat(gateway().charge(charge()))
        .isInstanceOfSatisfying(
            Answer.Charged.class, charged -> assertThat(charged.reference()).isNotBlank());
  }

  @Test
  void saysTheSameOfOneReference() {
    var charge = charge();

    assertThat(gateway().charge(charge)).isEqualTo(gateway().charge(charge));
  }

  @Test
  void tellsTwoChargesApart() {
    assertThat(gateway().charge(charge())).isNotEqualTo(gateway().charge(charge()));
  }

  @Test
  void declinesWithAReasonEachTimeTheSame() {
    var declined = declined();

    assertThat(gateway().charge(declined))
        .isInstanceOfSatisfying(
            Answer.Declined.class,
            answer -> assertThat(answer.reason()).isNotBlank().doesNotContainPattern("[\\p{Cc}]"))
        .isEqualTo(gateway().charge(declined));
  }

  @Test
  void findsOutWhatBecameOfALostAnswer() {
    var lost = lostOnce();

    assertThatThrownBy(() -> gateway().charge(lost)).isInstanceOf(Unavailable.class);
    var found = gateway().charge(lost);
    assertThat(found).isInstanceOf(Answer.Charged.class);
    assertThat(gateway().charge(lost)).isEqualTo(found);
  }

  @Test
  void givesMoneyBackOnceForAReference() {
    var wanted = returning(charged(), "40");

    var answer = gateway().giveBack(wanted);

    assertThat(answer)
        .isInstanceOfSatisfying(
            Returning.Returned.class, it -> assertThat(it.reference()).isNotBlank())
        .isEqualTo(gateway().giveBack(wanted));
  }

  @Test
  void givesPartsBackOneByOne() {
    var charge = charged();

    assertThat(gateway().giveBack(returning(charge, "40")))
        .isInstanceOf(Returning.Returned.class)
        .isNotEqualTo(gateway().giveBack(returning(charge, "60")));
  }

  @Test
  void declinesAReturnWithAReasonEachTimeTheSame() {
    var declined = declinedReturn(charged());

    assertThat(gateway().giveBack(declined))
        .isInstanceOfSatisfying(
            Returning.Declined.class,
            it -> assertThat(it.reason()).isNotBlank().doesNotContainPattern("[\\p{Cc}]"))
        .isEqualTo(gateway().giveBack(declined));
  }

  @Test
  void findsOutWhatBecameOfAReturn() {
    var lost = lostReturn(charged());

    assertThatThrownBy(() -> gateway().giveBack(lost)).isInstanceOf(Unavailable.class);
    var found = gateway().giveBack(lost);
    assertThat(found).isInstanceOf(Returning.Returned.class);
    assertThat(gateway().giveBack(lost)).isEqualTo(found);
  }

  @Test
  void tellsLaterWhatBecameOfAReturn() {
    var wanted = slowReturn(charged());

    var begun = gateway().giveBack(wanted);

    assertThat(begun).isInstanceOf(Returning.UnderWay.class).isEqualTo(gateway().giveBack(wanted));
    var reference = ((Returning.UnderWay) begun).reference();
    assertThat(reference).isNotBlank();
    endReturns();
    assertThat(gateway().lookUp(reference)).isEqualTo(new Returning.Returned(reference));
  }

  @Test
  void tellsManyAtOnceTheSame() throws Exception {
    var charge = charge();
    var answers = new ArrayList<Answer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Answer>>();
      for (int i = 0; i < 20; i++) {
        running.add(threads.submit(() -> gateway().charge(charge)));
      }
      for (var answer : running) {
        answers.add(answer.get());
      }
    }

    assertThat(List.copyOf(answers)).hasSize(20).containsOnly(answers.getFirst());
  }
}
