package dev.portico.persistence.payments;

import dev.portico.application.payments.port.Ledger;
import dev.portico.application.payments.port.Payments;
import dev.portico.application.payments.port.Refunds;
import dev.portico.persistence.shared.PersistenceContext;
import dev.portico.persistence.shared.RowTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the payments feature rests on. */
@Configuration(proxyBeanMethods = false)
public class PaymentsPersistence {

  @Bean
  RowTypes paymentRows() {
    return RowTypes.of(PaymentRow.class, RefundRow.class);
  }

  @Bean
  Payments payments(PersistenceContext context) {
    return new JpaPayments(context);
  }

  @Bean
  Refunds refunds(PersistenceContext context) {
    return new JpaRefunds(context);
  }

  @Bean
  Ledger ledger(PersistenceContext context) {
    return new JdbcLedger(context);
  }
}
