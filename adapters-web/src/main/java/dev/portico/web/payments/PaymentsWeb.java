package dev.portico.web.payments;

import dev.portico.application.Hexagon;
import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.payments.Refund;
import dev.portico.domain.payments.RefundId;
import dev.portico.web.shared.Answers;
import dev.portico.web.shared.Cursors;
import dev.portico.web.shared.Paging;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The payments feature's routes, and its gateway: a sandbox, there is no other yet. */
@Configuration(proxyBeanMethods = false)
public class PaymentsWeb {

  @Bean
  PaymentGateway paymentGateway() {
    return new SandboxPaymentGateway();
  }

  @Bean
  PaymentsController paymentsController(Hexagon hexagon, Answers answers, Cursors cursors) {
    return new PaymentsController(
        hexagon,
        answers,
        new Paging<>(
            cursors,
            "payments",
            Payment.Position::createdAt,
            position -> position.id().value(),
            (createdAt, id) -> new Payment.Position(createdAt, new PaymentId(id))));
  }

  @Bean
  RefundsController refundsController(Hexagon hexagon, Answers answers, Cursors cursors) {
    return new RefundsController(
        hexagon,
        answers,
        new Paging<>(
            cursors,
            "refunds",
            Refund.Position::createdAt,
            position -> position.id().value(),
            (createdAt, id) -> new Refund.Position(createdAt, new RefundId(id))));
  }
}
