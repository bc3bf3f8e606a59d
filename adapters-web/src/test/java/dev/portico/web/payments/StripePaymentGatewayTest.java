package dev.portico.web.payments;

import static dev.portico.domain.payments.PaymentBuilder.aPayment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.application.payments.port.PaymentGateway.Answer;
import dev.portico.application.payments.port.PaymentGateway.Charge;
import dev.portico.application.payments.port.PaymentGateway.Return;
import dev.portico.application.payments.port.PaymentGateway.Returning;
import dev.portico.application.shared.Unavailable;
import dev.portico.web.payments.GatewayConnection.Limits;
import dev.portico.web.payments.GatewayStub.Asked;
import dev.portico.web.payments.GatewayStub.Reply;
import dev.portico.web.payments.PaymentsWeb.StripeKey;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Stripe's wire format, as far as it is used: docs.stripe.com/api, payment_intents and refunds. */
class StripePaymentGatewayTest extends GatewayFailures {

  private static final String KEY = "sk_test_51Portico0Canary";

  @Override
  GatewayStub.Protocol protocol() {
    return asked ->
        asked.line().endsWith("/v1/refunds")
            ? refund(asked.body())
            : asked.line().startsWith("GET /v1/refunds/")
                ? refund(asked.line().substring("GET /v1/refunds/".length()), "succeeded")
                : intent(asked);
  }

  private static Reply intent(Asked asked) {
    var id = "pi_" + asked.header("Idempotency-Key").orElse("1");
    return asked.body().contains("chargeDeclined")
        ? new Reply(402, error("card_error", "card_declined", "insufficient_funds"))
        : new Reply(
            200, intent(id, asked.body().contains("processing") ? "processing" : "succeeded"));
  }

  private static String intent(String id, String status) {
    return "{\"id\":\"%s\",\"object\":\"payment_intent\",\"status\":\"%s\"}".formatted(id, status);
  }

  private static Reply refund(String body) {
    if (body.contains("amount=4002")) {
      return new Reply(400, error("invalid_request_error", "charge_already_refunded", ""));
    }
    return refund(
        "re_" + Math.floorMod(body.hashCode(), 1_000_000_000),
        body.contains("amount=4005") ? "pending" : "succeeded");
  }

  private static Reply refund(String id, String status) {
    return new Reply(
        200, "{\"id\":\"%s\",\"object\":\"refund\",\"status\":\"%s\"}".formatted(id, status));
  }

  private static String error(String type, String code, String declineCode) {
    return """
    {"error":{"type":"%s","code":"%s"%s,"message":"Your card has insufficient funds."}}
    """
        .formatted(
            type, code, declineCode.isEmpty() ? "" : ",\"decline_code\":\"" + declineCode + "\"");
  }

  @Override
  PaymentGateway adapter(Limits limits) {
    return new StripePaymentGateway(new StripeKey(KEY), Optional.of(stub.url()), limits);
  }

  @Override
  protected Charge declined() {
    return Charge.of(aPayment().chargedTo("pm_card_chargeDeclined").order());
  }

  @Override
  protected Return declinedReturn(String charge) {
    return returning(charge, "40.02");
  }

  @Override
  protected Return slowReturn(String charge) {
    return returning(charge, "40.05");
  }

  @Override
  protected void endReturns() {
    // The stub knows at the first look.
  }

  private static List<String> fields(Asked asked) {
    return Arrays.stream(asked.body().split("&", -1))
        .map(it -> URLDecoder.decode(it, StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void createsAndConfirmsAPaymentIntent() {
    var charge =
        Charge.of(aPayment().of("9.9", "EUR").describedAs("a book").chargedTo("pm_1").order());

    assertThat(gateway().charge(charge)).isEqualTo(new Answer.Charged("pi_" + charge.reference()));

    var asked = stub.asked().getFirst();
    assertThat(asked.line()).isEqualTo("POST /v1/payment_intents");
    assertThat(asked.header("Authorization")).contains("Bearer " + KEY);
    assertThat(asked.header("Idempotency-Key")).contains(charge.reference().toString());
    assertThat(asked.header("Content-Type").orElseThrow())
        .startsWith("application/x-www-form-urlencoded");
    assertThat(asked.header("Stripe-Version")).isPresent();
    assertThat(fields(asked))
        .containsExactlyInAnyOrder(
            "amount=990",
            "currency=eur",
            "confirm=true",
            "payment_method=pm_1",
            "error_on_requires_action=true",
            "automatic_payment_methods[enabled]=true",
            "automatic_payment_methods[allow_redirects]=never",
            "description=a book",
            "metadata[portico_reference]=" + charge.reference());
  }

  @Test
  void refundsPartsOfAPaymentIntent() {
    var wanted = returning("pi_7", "40");

    assertThat(gateway().giveBack(wanted)).isInstanceOf(Returning.Returned.class);

    var asked = stub.asked().getFirst();
    assertThat(asked.line()).isEqualTo("POST /v1/refunds");
    assertThat(asked.header("Idempotency-Key")).contains(wanted.reference().toString());
    assertThat(fields(asked))
        .containsExactlyInAnyOrder(
            "payment_intent=pi_7",
            "amount=4000",
            "metadata[portico_reference]=" + wanted.reference());
  }

  @ParameterizedTest
  @CsvSource({
    "10.50, USD, 1050",
    "100, JPY, 100",
    "1000000, KRW, 1000000",
    "5.120, KWD, 5120",
    "0.010, BHD, 10",
    "5.00, MGA, 5",
    "5, ISK, 500",
    "5, UGX, 500",
    "1000000, USD, 100000000"
  })
  void countsAsStripeDoes(String amount, String currency, String units) {
    assertThat(gateway().charge(charge(amount, currency))).isInstanceOf(Answer.Charged.class);

    assertThat(fields(stub.asked().getFirst())).contains("amount=" + units);
  }

  @ParameterizedTest
  @CsvSource({"5.125, KWD", "5.50, MGA", "1.234, LYD", "1.2345, CLF"})
  void declinesWhatStripeCannotTakeExactly(String amount, String currency) {
    assertThat(gateway().charge(charge(amount, currency)))
        .isEqualTo(
            new Answer.Declined("Stripe cannot take exactly %s %s".formatted(amount, currency)));
    assertThat(stub.asked()).isEmpty();
  }

  @Test
  void saysWhyACardWasDeclined() {
    assertThat(gateway().charge(declined()))
        .isEqualTo(new Answer.Declined("Your card has insufficient funds (insufficient_funds)"));
  }

  @Test
  void declinesWhatStripeRefusesAsARequest() {
    stub.answerNext(400, error("invalid_request_error", "amount_too_small", ""));

    assertThat(gateway().charge(charge("0.01", "USD")))
        .isEqualTo(new Answer.Declined("Your card has insufficient funds (amount_too_small)"));
  }

  @Test
  void hasNoAnswerWhereItsKeyIsOfAnotherRequest() {
    stub.answerNext(400, error("idempotency_error", "", ""));
    var charge = charge("10", "USD");

    assertThatThrownBy(() -> gateway().charge(charge)).isInstanceOf(Unavailable.class);
  }

  @ParameterizedTest
  @CsvSource({"succeeded, Charged", "canceled, Declined", "requires_payment_method, Declined"})
  void looksAgainAtWhatHadNotEnded(String status, String answer) {
    var charge = Charge.of(aPayment().chargedTo("pm_processing").order());
    stub.answerNext(200, intent("pi_9", "processing"));
    stub.answerNext(200, intent("pi_9", status));

    assertThat(gateway().charge(charge).getClass().getSimpleName()).isEqualTo(answer);
    assertThat(stub.asked().getLast().line()).isEqualTo("GET /v1/payment_intents/pi_9");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 402, 404, 500})
  void hasNoAnswerWhileItHasNotEnded(int status) {
    var charge = Charge.of(aPayment().chargedTo("pm_processing").order());
    stub.answerNext(200, intent("pi_9", "processing"));
    stub.answerNext(
        status,
        status == 200
            ? intent("pi_9", "processing")
            : error("invalid_request_error", "resource_missing", ""));

    assertThatThrownBy(() -> gateway().charge(charge)).isInstanceOf(Unavailable.class);
  }

  @ParameterizedTest
  @CsvSource({
    "succeeded, Returned",
    "pending, UnderWay",
    "requires_action, UnderWay",
    "failed, Declined",
    "canceled, Declined"
  })
  void understandsWhatBecameOfARefund(String status, String answer) {
    stub.answerNext(200, refund("re_1", status).body());
    stub.answerNext(200, refund("re_1", status).body());

    assertThat(gateway().giveBack(returning("pi_1", "40")).getClass().getSimpleName())
        .isEqualTo(answer);
    assertThat(gateway().lookUp("re_1").getClass().getSimpleName()).isEqualTo(answer);
    assertThat(stub.asked().getLast().line()).isEqualTo("GET /v1/refunds/re_1");
    assertThat(stub.asked().getLast().header("Idempotency-Key")).isEmpty();
  }

  @Test
  void asksForAMethodWhereRealMoneyMoves() {
    var live = new StripeKey("sk_live_51Portico0Canary");
    try (var real = new StripePaymentGateway(live, Optional.of(stub.url()), PATIENT)) {
      assertThat(real.charge(charge("10", "USD")))
          .isEqualTo(new Answer.Declined("A payment_method is needed"));
    }
    assertThat(gateway().charge(charge("10", "USD"))).isInstanceOf(Answer.Charged.class);
    assertThat(fields(stub.asked().getFirst())).contains("payment_method=pm_card_visa");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 429, 500})
  void keepsItsKeyOutOfTheLog(int status) {
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    root.addAppender(log);
    try {
      stub.answerNext(
          status, "{\"error\":{\"type\":\"x\",\"message\":\"Invalid key " + KEY + "\"}}");
      var answer = outcome(charge("10", "USD"));
      assertThat(log.list).isNotEmpty();
      assertThat(log.list.toString() + new StripeKey(KEY)).doesNotContain("Canary");
      assertThat(answer).doesNotContain("Canary");
    } finally {
      root.detachAppender(log);
    }
  }

  private String outcome(Charge charge) {
    try {
      return gateway().charge(charge).toString();
    } catch (Unavailable failure) {
      var trace = new java.io.StringWriter();
      failure.printStackTrace(new java.io.PrintWriter(trace));
      return trace.toString();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "pk_test_51Portico0Canary", "sk_test_", "sk_test_51 Portico", "secret"})
  void knowsNoKeyOfAnotherForm(String text) {
    assertThat(StripeKey.parse(text).asOptional()).isEmpty();
    assertThat(StripeKey.parse("rk_live_51Portico0Canary").asOptional()).isPresent();
  }
}
