package dev.portico.web.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.application.payments.port.PaymentGateway.Answer;
import dev.portico.application.payments.port.PaymentGateway.Charge;
import dev.portico.application.payments.port.PaymentGatewayContract;
import dev.portico.application.shared.Unavailable;
import dev.portico.domain.payments.PaymentBuilder;
import dev.portico.web.payments.GatewayConnection.Limits;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of charges where a gateway behind HTTP fails: never more than one, in the end. */
abstract class GatewayFailures extends PaymentGatewayContract {

  static final Limits PATIENT = new Limits(Duration.ofSeconds(20), 1 << 20);
  static final Limits HASTY = new Limits(Duration.ofMillis(300), 1 << 20);

  final GatewayStub stub = new GatewayStub(asked -> protocol().to(asked));
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private PaymentGateway gateway = open(PATIENT);

  /** How the gateway answers where nothing fails. */
  abstract GatewayStub.Protocol protocol();

  /** The adapter, turned to the stub. */
  abstract PaymentGateway adapter(Limits limits);

  final PaymentGateway open(Limits limits) {
    var opened = adapter(limits);
    open.push((AutoCloseable) opened);
    return opened;
  }

  @Override
  protected final PaymentGateway gateway() {
    return gateway;
  }

  @AfterEach
  final void close() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
    stub.close();
  }

  static Charge charge(String amount, String currency) {
    return Charge.of(PaymentBuilder.aPayment().of(amount, currency).order());
  }

  @Override
  protected final Charge lostOnce() {
    stub.loseNext();
    return charge("100", "USD");
  }

  @Override
  protected final PaymentGateway.Return lostReturn(String charge) {
    stub.loseNext();
    return returning(charge, "40");
  }

  private void assertFoundOutLater(Charge charge) {
    assertThatThrownBy(() -> gateway.charge(charge)).isInstanceOf(Unavailable.class);

    assertThat(gateway.charge(charge)).isInstanceOf(Answer.Charged.class);
    assertThat(stub.asked())
        .hasSize(2)
        .extracting(it -> it.header("Idempotency-Key").orElseThrow())
        .containsOnly(charge.reference().toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 401, 403, 409, 429, 500, 502, 503})
  void hasNoAnswerInAnyOtherStatus(int status) {
    stub.answerNext(status, "{\"error\":{\"type\":\"api_error\",\"message\":\"sk_test_secret\"}}");

    assertFoundOutLater(charge("100", "USD"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "{\"id\":7", "<html>", "{\"status\":\"paid\"}"})
  void hasNoAnswerInWhatItCannotRead(String body) {
    stub.answerNext(200, body);

    assertFoundOutLater(charge("100", "USD"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "<html>", "{}"})
  void hasNoAnswerInAFailureItCannotRead(String body) {
    stub.answerNext(503, body);

    assertFoundOutLater(charge("100", "USD"));
  }

  @Test
  void hasNoAnswerInOneThatIsTooLong() {
    stub.answerNext(200, "{\"x\":\"" + "y".repeat(2 << 20) + "\"}");

    assertFoundOutLater(charge("100", "USD"));
  }

  @Test
  void givesUpOnOneThatDrips() {
    gateway = open(HASTY);
    stub.failNext(GatewayStub::drip);
    var charge = charge("100", "USD");

    assertThatThrownBy(() -> gateway.charge(charge)).isInstanceOf(Unavailable.class);
  }

  @Test
  void givesUpOnOneThatSaysNothing() {
    gateway = open(HASTY);
    stub.failNext(GatewayFailures::keepWaiting);
    var charge = charge("100", "USD");

    assertThatThrownBy(() -> gateway.charge(charge)).isInstanceOf(Unavailable.class);
  }

  /** Until the stub is closed. */
  private static void keepWaiting(HttpExchange exchange) {
    try {
      new java.util.concurrent.CountDownLatch(1).await();
    } catch (InterruptedException closed) {
      exchange.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 404, 409, 429, 500, 503})
  void hasNoAnswerInAFailedLook(int status) {
    stub.answerNext(status, "{\"error\":{\"type\":\"invalid_request_error\",\"message\":\"No\"}}");

    assertThatThrownBy(() -> gateway.lookUp("re_1")).isInstanceOf(Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "<html>", "{\"status\":\"paid\"}"})
  void hasNoAnswerInALookItCannotRead(String body) {
    stub.answerNext(200, body);

    assertThatThrownBy(() -> gateway.lookUp("re_1")).isInstanceOf(Unavailable.class);
  }

  @Test
  void hasNoAnswerWhereNobodyListens() {
    stub.close();
    var charge = charge("100", "USD");

    assertThatThrownBy(() -> gateway.charge(charge)).isInstanceOf(Unavailable.class);
  }
}
