package dev.portico.persistence.payments;

import dev.portico.application.payments.port.Payments;
import dev.portico.persistence.shared.PersistenceContext;
import dev.portico.persistence.shared.RowTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the payments feature rests on. */
@Configuration(proxyBeanMethods = false)
public class PaymentsPersistence {

  @Bean
  RowTypes paymentRows() {
    return RowTypes.of(PaymentRow.class);
  }

  @Bean
  Payments payments(PersistenceContext context) {
    return new JpaPayments(context);
  }
}
