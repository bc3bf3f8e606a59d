package dev.portico.application.payments.port;

import static dev.portico.domain.payments.PaymentBuilder.aPayment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.payments.port.PaymentGateway.Answer;
import dev.portico.application.payments.port.PaymentGateway.Charge;
import dev.portico.application.shared.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every gateway promises. */
public abstract class PaymentGatewayContract {

  protected abstract PaymentGateway gateway();

  /** A charge that the gateway declines. */
  protected abstract Charge declined();

  /** A charge whose first answer is lost on the way; the next one comes through. */
  protected abstract Charge lostOnce();

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
