package dev.portico.web.payments;

import static dev.portico.domain.payments.PaymentBuilder.aPayment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.payments.port.PaymentGateway;
import dev.portico.application.payments.port.PaymentGateway.Answer;
import dev.portico.application.payments.port.PaymentGateway.Charge;
import dev.portico.application.payments.port.PaymentGateway.Return;
import dev.portico.application.payments.port.PaymentGateway.Returning;
import dev.portico.application.shared.Unavailable;
import dev.portico.web.payments.GatewayConnection.Limits;
import dev.portico.web.payments.GatewayStub.Reply;
import org.junit.jupiter.api.Test;

class HttpPaymentGatewayTest extends GatewayFailures {

  @Override
  GatewayStub.Protocol protocol() {
    return asked -> {
      if (asked.line().startsWith("GET /refunds/")) {
        var reference = asked.line().substring("GET /refunds/".length());
        return new Reply(200, "{\"reference\":\"" + reference + "\"}");
      }
      return asked.body().contains(".02\"")
          ? new Reply(402, "{\"reason\":\"no\\nfunds\"}")
          : new Reply(
              asked.body().contains(".05\"") ? 202 : 201,
              "{\"reference\":\"ref-" + asked.header("Idempotency-Key").get() + "\"}");
    };
  }

  @Override
  PaymentGateway adapter(Limits limits) {
    return new HttpPaymentGateway(stub.url(), limits);
  }

  @Override
  protected Charge declined() {
    return charge("10.02", "USD");
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

  @Test
  void asksForARefundByItsReference() {
    stub.answerNext(202, "{\"reference\":\"a/b?c\"}");
    assertThat(gateway().lookUp("a/b?c")).isEqualTo(new Returning.UnderWay("a/b?c"));
    stub.answerNext(402, "{\"reason\":\"account closed\"}");
    assertThat(gateway().lookUp("a/b?c")).isEqualTo(new Returning.Declined("account closed"));

    var asked = stub.asked().getLast();
    assertThat(asked.line()).isEqualTo("GET /refunds/a%2Fb%3Fc");
    assertThat(asked.header("Authorization")).contains("Basic dXNlcjpnYXRlLXBhc3M=");
    assertThat(asked.header("Idempotency-Key")).isEmpty();
  }

  @Test
  void takesNoChargeThatIsUnderWay() {
    stub.answerNext(202, "{\"reference\":\"ref-1\"}");
    var charge = charge("10", "USD");

    assertThatThrownBy(() -> gateway().charge(charge)).isInstanceOf(Unavailable.class);
  }

  @Test
  void saysWhatIsToBeCharged() {
    var charge =
        Charge.of(aPayment().of("9.9", "EUR").describedAs("a book").chargedTo("pm_1").order());

    assertThat(gateway().charge(charge)).isEqualTo(new Answer.Charged("ref-" + charge.reference()));

    var asked = stub.asked().getFirst();
    assertThat(asked.line()).isEqualTo("POST /charges");
    assertThat(asked.header("Authorization")).contains("Basic dXNlcjpnYXRlLXBhc3M=");
    assertThat(asked.body())
        .isEqualTo(
            "{\"reference\":\"%s\",\"amount\":\"9.90\",\"currency\":\"EUR\",\"description\":\"a book\",\"payment_method\":\"pm_1\"}"
                .formatted(charge.reference()));
  }

  @Test
  void saysWhatIsToBeGivenBack() {
    var wanted = returning("ref-1", "40");

    assertThat(gateway().giveBack(wanted))
        .isEqualTo(new PaymentGateway.Returning.Returned("ref-" + wanted.reference()));

    var asked = stub.asked().getFirst();
    assertThat(asked.line()).isEqualTo("POST /refunds");
    assertThat(asked.body())
        .isEqualTo(
            "{\"reference\":\"%s\",\"charge\":\"ref-1\",\"amount\":\"40.00\",\"currency\":\"USD\"}"
                .formatted(wanted.reference()));
  }

  @Test
  void makesACleanClauseOfAReason() {
    assertThat(gateway().charge(declined())).isEqualTo(new Answer.Declined("no?funds"));

    stub.answerNext(402, "{}");
    assertThat(gateway().charge(charge("10", "USD"))).isEqualTo(new Answer.Declined("declined"));
  }

  @Test
  void takesNoReferenceThatIsNone() {
    stub.answerNext(200, "{\"reference\":\"a b\"}");
    var charge = charge("10", "USD");

    assertThatThrownBy(() -> gateway().charge(charge)).isInstanceOf(Unavailable.class);
  }
}
