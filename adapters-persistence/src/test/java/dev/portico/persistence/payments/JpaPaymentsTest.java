package dev.portico.persistence.payments;

import static dev.portico.domain.payments.PaymentBuilder.aPayment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.payments.port.Payments;
import dev.portico.application.payments.port.PaymentsContract;
import dev.portico.persistence.shared.FreshDatabase;
import dev.portico.persistence.shared.RowTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpaPaymentsTest extends PaymentsContract {

  @RegisterExtension
  final FreshDatabase fresh = new FreshDatabase(RowTypes.of(PaymentRow.class, RefundRow.class));

  @Override
  protected Payments payments() {
    return new JpaPayments(fresh.context());
  }

  @Test
  void areUndoneWithTheirTransaction() {
    var payment = aPayment().build();

    assertThatThrownBy(() ->
            fresh
                .context()
                .inTransaction(() -> {
                  payments().add(payment);
                  throw new IllegalStateException("on purpose");
                }))
        .hasMessage("on purpose");
    assertThat(payments().find(payment.order().id())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status = 'lost'",
        "status = 'succeeded'",
        "status = 'declined', settled_at = created_at",
        "reference = 'ch_1'",
        "settled_at = created_at",
        "status = 'succeeded', reference = 'ch_1', reason = 'x', settled_at = created_at"
      })
  void keepNoStatusWithoutWhatBelongsToIt(String change) {
    payments().add(aPayment().build());

    assertThatThrownBy(() -> fresh.execute("update payments set " + change))
        .hasMessageContaining("payments_status");
  }
}
