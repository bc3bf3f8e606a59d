package dev.portico.web.payments;

import dev.portico.application.Hexagon;
import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.payments.Refund;
import dev.portico.domain.payments.RefundId;
import dev.portico.domain.shared.Parsed;
import dev.portico.web.shared.Answers;
import dev.portico.web.shared.Cursors;
import dev.portico.web.shared.Paging;
import dev.portico.web.shared.PeerUrl;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The payments feature's routes, and the gateway that takes the money. */
@Configuration(proxyBeanMethods = false)
public class PaymentsWeb {

  /**
   * What takes the money: Stripe where there is its key, else the gateway at the address, else the
   * built-in sandbox.
   *
   * @param address of the gateway; with Stripe's key, where Stripe is to be found
   */
  public record Settings(Optional<PeerUrl> address, Optional<StripeKey> stripe) {}

  /** A secret key of Stripe's, or one that it has restricted. */
  public record StripeKey(String text) {

    /** Reads what an operator wrote. */
    public static Parsed<StripeKey> parse(String text) {
      return text.matches("(sk|rk)_(test|live)_[A-Za-z0-9_]{8,250}")
          ? Parsed.accepted(new StripeKey(text))
          : Parsed.refused("must be a secret key of Stripe's, which begins with sk_ or rk_");
    }

    /** Whether no real money moves. */
    boolean isForTests() {
      return text.startsWith("_test_", 2);
    }

    /** Never the key: it may end up in a log. */
    @Override
    public String toString() {
      return "StripeKey[hidden]";
    }
  }

  @Bean
  PaymentGateway paymentGateway(Settings settings) {
    var limits = GatewayConnection.Limits.USUAL;
    return settings
        .stripe()
        .<PaymentGateway>map(key -> new StripePaymentGateway(key, settings.address(), limits))
        .or(() -> settings.address().map(url -> new HttpPaymentGateway(url, limits)))
        .orElseGet(SandboxPaymentGateway::new);
  }

  @Bean
  GatewayLabel gatewayLabel(Settings settings) {
    return new GatewayLabel(settings.address().isEmpty() && settings.stripe().isEmpty());
  }

  @Bean
  PaymentsController paymentsController(
      Hexagon hexagon, Answers answers, Cursors cursors, GatewayLabel label) {
    return new PaymentsController(
        hexagon,
        answers,
        new Paging<>(
            cursors,
            "payments",
            Payment.Position::createdAt,
            position -> position.id().value(),
            (createdAt, id) -> new Payment.Position(createdAt, new PaymentId(id))),
        label);
  }

  @Bean
  RefundsController refundsController(
      Hexagon hexagon, Answers answers, Cursors cursors, GatewayLabel label) {
    return new RefundsController(
        hexagon,
        answers,
        new Paging<>(
            cursors,
            "refunds",
            Refund.Position::createdAt,
            position -> position.id().value(),
            (createdAt, id) -> new Refund.Position(createdAt, new RefundId(id))),
        label);
  }
}
