package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.json;
import static dev.portico.web.shared.TestRequest.rawJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestRequest.Content;
import dev.portico.web.shared.TestResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paying, through the sandbox. */
@ApiTest
class PaymentsApiTest {

  private final ServiceUnderTest service;

  PaymentsApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  private TestResponse pay(Content body) {
    return service.client().post("/payments/", body, bearer(service.newToken()));
  }

  @Test
  void answersWhatWasPaid() {
    var paid = pay(json("amount", 100, "currency", "USD")).expectStatus(200);

    paid.expectJson("/status", "success")
        .expectJson("/amount", "100.00")
        .expectJson("/currency", "USD");
    assertThat(paid.json().propertyNames())
        .containsExactlyInAnyOrder("id", "status", "amount", "currency", "item_id", "created_at");
  }

  @ParameterizedTest
  @CsvSource({
    "100, USD, 100.00",
    "100.0, USD, 100.00",
    "\"100\", USD, 100.00",
    "\"19.9\", EUR, 19.90",
    "0.01, EUR, 0.01",
    "1e2, EUR, 100.00",
    "1000000, USD, 1000000.00",
    "100, JPY, 100",
    "1.234, BHD, 1.234"
  })
  void writesEveryAmountTheSameWay(String sent, String currency, String answered) {
    pay(rawJson("{\"amount\":" + sent + ",\"currency\":\"" + currency + "\"}"))
        .expectStatus(200)
        .expectJson("/amount", answered);
  }

  @ParameterizedTest
  @DisplayName("PY-5: refusesAnAmountThatIsNone")
  @CsvSource({
    "0, USD",
    "-1, USD",
    "0.001, USD",
    "100.000, USD",
    "1000000.01, USD",
    "1000001, JPY",
    "1.5, JPY",
    "1e9, USD",
    "1e999999, USD",
    "1e-999999, USD",
    "\"1e2\", USD",
    "\"\", USD",
    "\" 1\", USD",
    "\"+1\", USD",
    "\"01\", USD",
    "'\"1,5\"', USD",
    "\"١\", USD",
    "\"NaN\", USD",
    "true, USD",
    "[1], USD",
    "{}, USD"
  })
  void refusesAnAmountThatIsNone(String sent, String currency) {
    pay(rawJson("{\"amount\":" + sent + ",\"currency\":\"" + currency + "\"}"))
        .expectStatus(422)
        .expectErrorsAt("/amount");
  }

  @ParameterizedTest
  @DisplayName("PY-5: refusesACurrencyThatIsNone")
  @ValueSource(strings = {"", "usd", "US", "USDX", "XXX", "XAU", "ZZZ", "€", "840"})
  void refusesACurrencyThatIsNone(String currency) {
    pay(json("amount", 100, "currency", currency)).expectStatus(422).expectErrorsAt("/currency");
  }

  @Test
  void namesAllMistakesAtOnce() {
    pay(json()).expectStatus(422).expectErrorsAt("/amount", "/currency");
    pay(json("amount", -1, "currency", "?", "description", "a\nb", "status", "success"))
        .expectStatus(422)
        .expectErrorsAt("/amount", "/currency", "/description", "/status");
    pay(json("amount", 1, "currency", 1, "description", 1))
        .expectStatus(422)
        .expectErrorsAt("/currency", "/description");
  }

  @Test
  void takesNoMoneyFromAnyoneUnknown() {
    var body = json("amount", 100, "currency", "USD");

    service.client().post("/payments/", body).expectStatus(401);
    service.client().get("/payments/").expectStatus(401);
    service.client().get("/payments/x").expectStatus(401);
  }

  @Test
  void takesNoMoneyOnBehalfOfAnotherSite() {
    var cookie = "access_token=" + service.newToken();
    var body = json("amount", 100, "currency", "USD");

    service.client().post("/payments/", body, "Cookie", cookie).expectStatus(403);
    service
        .client()
        .post("/payments/", body, "Cookie", cookie, "Sec-Fetch-Site", "cross-site")
        .expectStatus(403);
    service
        .client()
        .post("/payments/", body, "Cookie", cookie, "Sec-Fetch-Site", "same-origin")
        .expectStatus(200);
  }

  @ParameterizedTest
  @CsvSource({"10.02, USD", "102, JPY", "1.002, BHD"})
  void saysWhyItWasDeclined(String amount, String currency) {
    var declined = pay(json("amount", amount, "currency", currency)).expectStatus(402);

    declined.expectDetail("Sandbox: amounts that end in 02 are declined");
    assertThat(declined.text("/type")).endsWith("#payment-declined");
  }

  @ParameterizedTest
  @CsvSource({"10, 200", "10.02, 402", "10.04, 202"})
  void saysThatNoMoneyMoves(String amount, int status) {
    pay(json("amount", amount, "currency", "USD"))
        .expectStatus(status)
        .expectHeader("Payment-Gateway", "sandbox");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4242424242424242", "pm 1", "pm\u00e9", "tok/1"})
  void takesNoMethodThatIsNone(String method) {
    pay(json("amount", 10, "currency", "USD", "payment_method", method))
        .expectStatus(422)
        .expectErrorsAt("/payment_method");
    pay(json("amount", 10, "currency", "USD", "payment_method", "pm_card_visa")).expectStatus(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.03", "10.04"})
  void answersPendingWhereTheGatewayGivesNoAnswer(String amount) {
    var user = bearer(service.newToken());

    var pending =
        service
            .client()
            .post("/payments/", json("amount", amount, "currency", "USD"), user)
            .expectStatus(202)
            .expectJson("/status", "pending")
            .expectJson("/amount", amount);

    var id = pending.text("/id");
    pending.expectHeader("Location", "/payments/" + id);
    service
        .client()
        .get("/payments/" + id, user)
        .expectStatus(200)
        .expectJson("/status", "pending")
        .expectJson("/settled_at", null);
  }

  @Test
  void isOneAddressWithAndWithoutASlash() {
    var user = bearer(service.newToken());

    service
        .client()
        .post("/payments", json("amount", 1, "currency", "USD"), user)
        .expectStatus(200);
    assertThat(service.client().get("/payments", user).expectStatus(200).json().at("/items"))
        .hasSize(1);
  }
}
