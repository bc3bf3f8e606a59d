package dev.portico.web.payments;

import dev.portico.application.Hexagon;
import dev.portico.application.payments.ListRefunds;
import dev.portico.application.payments.RefundPayment;
import dev.portico.application.payments.RefundPayment.Outcome;
import dev.portico.application.payments.ViewPayment;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.Refund;
import dev.portico.domain.shared.Money;
import dev.portico.web.payments.RefundsJson.RefundJson;
import dev.portico.web.shared.Answers;
import dev.portico.web.shared.Caller;
import dev.portico.web.shared.JsonBody;
import dev.portico.web.shared.Once;
import dev.portico.web.shared.PageJson;
import dev.portico.web.shared.Paging;
import dev.portico.web.shared.ProblemType;
import dev.portico.web.shared.QueryFields;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Giving payments back, for whoever made them and for administrators. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class RefundsController {

  private static final Logger LOG = LoggerFactory.getLogger(RefundsController.class);

  private final Hexagon hexagon;
  private final Answers answers;
  private final Paging<Refund.Position> paging;
  private final GatewayLabel label;

  RefundsController(
      Hexagon hexagon, Answers answers, Paging<Refund.Position> paging, GatewayLabel label) {
    this.hexagon = hexagon;
    this.answers = answers;
    this.paging = paging;
    this.label = label;
  }

  /** Not by {@link Once#answer}: its transaction must not wait for the gateway. */
  @PostMapping(path = "/payments/{id}/refund", consumes = MediaType.APPLICATION_JSON_VALUE)
  @RoutePolicy(Who.USER)
  ResponseEntity<byte[]> refund(
      @PathVariable String id,
      JsonBody body,
      Caller caller,
      Once once,
      HttpServletResponse response) {
    label.on(response);
    var text = RefundsJson.amount(body);
    var which = PaymentsController.which(id, caller);
    var currency = payment(which).order().amount().currency();
    var amount = text.map(it -> RefundsJson.money(it, currency));
    var command = new RefundPayment.Command(which, amount, once.request());
    return switch (hexagon.refundPayment().handle(command)) {
      case Outcome.Refunded(var refund, var repeated) ->
          Once.response(answers.ok(RefundJson.of(refund)), repeated);
      case Outcome.InDoubt(var refund, var repeated) -> inDoubt(refund, repeated);
      case Outcome.UnderWay(var refund, var repeated) -> pending(refund, repeated);
      case Outcome.Declined(var refund, var repeated) -> throw declined(refund, repeated);
      case Outcome.NotFound() -> throw PaymentsController.notFound();
      case Outcome.NotPaid() -> throw refused("Only a payment that succeeded can be refunded");
      case Outcome.TooMuch(var left) -> throw refused(tooMuch(left));
      case Outcome.KeyReused() -> throw Once.keyReused();
      case Outcome.StillRunning() -> throw Once.stillRunning();
    };
  }

  private Payment payment(ViewPayment.Command which) {
    return switch (hexagon.viewPayment().handle(which)) {
      case ViewPayment.Outcome.Found(var payment) -> payment;
      case ViewPayment.Outcome.NotFound() -> throw PaymentsController.notFound();
    };
  }

  private ResponseEntity<byte[]> inDoubt(Refund.Pending refund, boolean repeated) {
    if (!repeated) {
      LOG.warn("Refund {} is in doubt and will be settled later", refund.order().id());
    }
    return pending(refund, repeated);
  }

  private ResponseEntity<byte[]> pending(Refund refund, boolean repeated) {
    var location = "/payments/" + refund.order().payment() + "/refunds";
    return Once.response(answers.accepted(location, RefundJson.of(refund)), repeated);
  }

  private static Refusal declined(Refund.Declined refund, boolean repeated) {
    var refusal = Refusal.of(ProblemType.REFUND_DECLINED, refund.reason());
    return repeated ? Once.replayed(refusal) : refusal;
  }

  private static Refusal refused(String detail) {
    return Refusal.of(ProblemType.REFUND_REFUSED, detail);
  }

  private static String tooMuch(Optional<Money> left) {
    return left.map(it -> "At most " + it + " of the payment can be refunded")
        .orElse("Nothing of the payment is left to be refunded");
  }

  @GetMapping("/payments/{id}/refunds")
  @RoutePolicy(Who.USER)
  PageJson<RefundJson> list(@PathVariable String id, QueryFields query, Caller caller) {
    var which = PaymentsController.which(id, caller);
    var asked = paging.asked(query);
    query.check();
    return switch (hexagon.listRefunds().handle(new ListRefunds.Command(which, asked.get()))) {
      case ListRefunds.Outcome.Listed(var page) -> paging.answer(page, RefundJson::of);
      case ListRefunds.Outcome.NotFound() -> throw PaymentsController.notFound();
    };
  }
}
