package dev.portico.persistence.payments;

import static dev.portico.domain.payments.PaymentBuilder.aPayment;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.payments.port.Payments;
import dev.portico.application.payments.port.Refunds;
import dev.portico.application.payments.port.RefundsContract;
import dev.portico.application.shared.port.Transactions;
import dev.portico.persistence.shared.FreshDatabase;
import dev.portico.persistence.shared.RowTypes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpaRefundsTest extends RefundsContract {

  @RegisterExtension
  final FreshDatabase fresh = new FreshDatabase(RowTypes.of(PaymentRow.class, RefundRow.class));

  @Override
  protected Refunds refunds() {
    return new JpaRefunds(fresh.context());
  }

  @Override
  protected Payments payments() {
    return new JpaPayments(fresh.context());
  }

  @Override
  protected Transactions transactions() {
    return fresh.transactions();
  }

  /** Whatever a program might do: the table itself refuses it. */
  @ParameterizedTest
  @DisplayName("PY-5: areNeverMoreThanThePaymentByTheTable")
  @ValueSource(
      strings = {"refunded = 100.01", "refunded = -0.01", "refunded = 1, status = 'pending'"})
  void areNeverMoreThanThePaymentByTheTable(String change) {
    payments().add(aPayment().of("100", "USD").build());

    assertThatThrownBy(() -> fresh.execute("update payments set " + change))
        .hasMessageContaining("payments_refunded_within");
  }

  @Test
  void areOfAPaymentThatIsThere() {
    assertThatThrownBy(() ->
            fresh.execute(
                """
                insert into refunds (id, payment, amount, currency, asked_by, created_at, status)
                values ('00000000-0000-7000-8000-000000000001',
                  '00000000-0000-7000-8000-000000000002', 1, 'USD',
                  '00000000-0000-7000-8000-000000000003', '2024-01-15T12:00:00Z', 'pending')
                """))
        .hasMessageContaining("refunds_payment_fkey");
  }
}
