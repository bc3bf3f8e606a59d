package dev.portico.application.payments;

import static dev.portico.domain.payments.PaymentBuilder.aPayment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.UserId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ViewPaymentTest {

  private static final UserId ALICE = new UserId(new UUID(0x7000L, 1));
  private static final UserId BOB = new UserId(new UUID(0x7000L, 2));

  private final Fakes fakes = new Fakes();
  private final Payment.Pending payment = aPayment().by(ALICE).build();

  private ViewPayment.Outcome view(PaymentId id, UserId asker) {
    return fakes.hexagon().viewPayment().handle(new ViewPayment.Command(id, asker, false));
  }

  @Test
  void showsOnesOwn() {
    fakes.payments.add(payment);

    assertThat(view(payment.order().id(), ALICE)).isEqualTo(new ViewPayment.Outcome.Found(payment));
  }

  @Test
  void showsNobodyElsesAndNoneThatIsNotThere() {
    fakes.payments.add(payment);

    assertThat(view(payment.order().id(), BOB)).isEqualTo(new ViewPayment.Outcome.NotFound());
    assertThat(view(new PaymentId(new UUID(1, 1)), ALICE))
        .isEqualTo(new ViewPayment.Outcome.NotFound());
  }

  @Test
  void showsAnAdministratorEachOne() {
    fakes.payments.add(payment);

    assertThat(
            fakes
                .hexagon()
                .viewPayment()
                .handle(new ViewPayment.Command(payment.order().id(), BOB, true)))
        .isEqualTo(new ViewPayment.Outcome.Found(payment));
  }

  @Test
  void listsOnesOwnOnly() {
    fakes.payments.add(payment);
    fakes.payments.add(aPayment().by(BOB).build());

    var outcome =
        fakes
            .hexagon()
            .listPayments()
            .handle(new ListPayments.Command(ALICE, new PageRequest<>(10, Optional.empty())));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            ListPayments.Outcome.Listed.class,
            listed -> assertThat(listed.page().items()).containsExactly(payment));
  }
}
