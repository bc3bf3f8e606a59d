package dev.portico.web.payments;

import dev.portico.application.Hexagon;
import dev.portico.application.payments.ListPayments;
import dev.portico.application.payments.MakePayment.Outcome;
import dev.portico.application.payments.ViewPayment;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.shared.InvalidInput;
import dev.portico.domain.users.UserId;
import dev.portico.web.payments.PaymentsJson.PaymentJson;
import dev.portico.web.payments.PaymentsJson.PaymentRecordJson;
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
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Paying, and looking payments up: one's own, and for administrators those of others. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class PaymentsController {

  private static final Logger LOG = LoggerFactory.getLogger(PaymentsController.class);

  private final Hexagon hexagon;
  private final Answers answers;
  private final Paging<Payment.Position> paging;
  private final GatewayLabel label;

  PaymentsController(
      Hexagon hexagon, Answers answers, Paging<Payment.Position> paging, GatewayLabel label) {
    this.hexagon = hexagon;
    this.answers = answers;
    this.paging = paging;
    this.label = label;
  }

  /** Not by {@link Once#answer}: its transaction must not wait for the gateway. */
  @PostMapping(
      path = {"/payments", "/payments/"},
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @RoutePolicy(Who.USER)
  ResponseEntity<byte[]> pay(
      JsonBody body, Caller caller, Once once, HttpServletResponse response) {
    label.on(response);
    var command = PaymentsJson.order(body, new UserId(caller.id()), once.request());
    return switch (hexagon.makePayment().handle(command)) {
      case Outcome.Paid(var payment, var repeated) ->
          Once.response(answers.ok(PaymentJson.of(payment)), repeated);
      case Outcome.InDoubt(var payment, var repeated) -> pending(payment, repeated);
      case Outcome.Declined(var payment, var repeated) -> throw declined(payment, repeated);
      case Outcome.UnknownItem() ->
          throw Refusal.of(List.of(new InvalidInput("/item_id", "is not the id of an item")));
      case Outcome.KeyReused() -> throw Once.keyReused();
      case Outcome.StillRunning() -> throw Once.stillRunning();
    };
  }

  private ResponseEntity<byte[]> pending(Payment.Pending payment, boolean repeated) {
    var id = payment.order().id();
    if (!repeated) {
      LOG.warn("Payment {} is in doubt and will be settled later", id);
    }
    return Once.response(answers.accepted("/payments/" + id, PaymentJson.of(payment)), repeated);
  }

  private static Refusal declined(Payment.Declined payment, boolean repeated) {
    var refusal = Refusal.of(ProblemType.PAYMENT_DECLINED, payment.reason());
    return repeated ? Once.replayed(refusal) : refusal;
  }

  @GetMapping("/payments/{id}")
  @RoutePolicy(Who.USER)
  PaymentRecordJson view(@PathVariable String id, Caller caller) {
    return switch (hexagon.viewPayment().handle(which(id, caller))) {
      case ViewPayment.Outcome.Found(var payment) -> PaymentRecordJson.of(payment);
      case ViewPayment.Outcome.NotFound() -> throw notFound();
    };
  }

  /** Which payment is meant, and by whom. */
  static ViewPayment.Command which(String id, Caller caller) {
    return new ViewPayment.Command(
        PaymentId.parse(id).asOptional().orElseThrow(PaymentsController::notFound),
        new UserId(caller.id()),
        caller.admin());
  }

  static Refusal notFound() {
    return Refusal.of(ProblemType.NOT_FOUND, "Payment not found");
  }

  @GetMapping({"/payments", "/payments/"})
  @RoutePolicy(Who.USER)
  PageJson<PaymentRecordJson> list(QueryFields query, Caller caller) {
    var payer = PaymentsJson.payer(query, caller);
    var asked = paging.asked(query);
    query.check();
    var command = new ListPayments.Command(payer.get(), asked.get());
    return switch (hexagon.listPayments().handle(command)) {
      case ListPayments.Outcome.Listed(var page) -> paging.answer(page, PaymentRecordJson::of);
    };
  }
}
