package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking one's own payments up. */
@ApiTest
class PaymentRecordApiTest {

  private final ServiceUnderTest service;

  PaymentRecordApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  private String paid(String[] user) {
    return service
        .client()
        .post("/payments/", json("amount", "9.9", "currency", "EUR"), user)
        .expectStatus(200)
        .text("/id");
  }

  @Test
  void showsAPaymentThatSucceeded() {
    var user = bearer(service.newToken());
    var body = json("amount", "9.9", "currency", "EUR", "description", "Grüße 🦊");
    var id = service.client().post("/payments/", body, user).expectStatus(200).text("/id");

    var shown = service.client().get("/payments/" + id, user).expectStatus(200);

    shown
        .expectJson("/id", id)
        .expectJson("/status", "success")
        .expectJson("/amount", "9.90")
        .expectJson("/currency", "EUR")
        .expectJson("/description", "Grüße 🦊")
        .expectJson("/reason", null)
        .expectJson("/reference", "sandbox-" + id);
    assertThat(shown.text("/settled_at")).isGreaterThanOrEqualTo(shown.text("/created_at"));
  }

  @Test
  void showsAPaymentThatWasDeclined() {
    var user = bearer(service.newToken());
    service
        .client()
        .post("/payments/", json("amount", "1.02", "currency", "EUR"), user)
        .expectStatus(402);

    service
        .client()
        .get("/payments/", user)
        .expectStatus(200)
        .expectJson("/items/0/status", "declined")
        .expectJson("/items/0/reason", "Sandbox: amounts that end in 02 are declined")
        .expectJson("/items/0/reference", null)
        .expectJson("/items/0/description", null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "01900000-0000-7000-8000-000000000001", "1-2-3-4-5"})
  void knowsNoPaymentThatIsNotThere(String id) {
    service
        .client()
        .get("/payments/" + id, bearer(service.newToken()))
        .expectStatus(404)
        .expectDetail("Payment not found");
  }

  @Test
  void showsNobodyElsesPayment() {
    var alice = bearer(service.newToken());
    var bob = bearer(service.newToken());
    var id = paid(alice);

    service
        .client()
        .get("/payments/" + id, bob)
        .expectStatus(404)
        .expectDetail("Payment not found");
    assertThat(service.client().get("/payments/", bob).expectStatus(200).json().at("/items"))
        .isEmpty();
  }

  @Test
  void listsTheNewestFirstPageByPage() {
    var user = bearer(service.newToken());
    var ids = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      ids.add(paid(user));
    }

    var seen = new ArrayList<String>();
    var target = "/payments/?limit=2";
    while (!target.isEmpty()) {
      var page = service.client().get(target, user).expectStatus(200).json();
      page.at("/items").forEach(item -> seen.add(item.at("/id").stringValue()));
      var next = page.at("/next_cursor");
      target = next.isNull() ? "" : "/payments/?limit=2&cursor=" + next.stringValue();
    }

    assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);
    Collections.reverse(ids);
    assertThat(seen.getFirst()).isEqualTo(ids.getFirst());
    assertThat(seen.getLast()).isEqualTo(ids.getLast());
  }

  @Test
  void takesNoCursorOfAnotherListAndNoLimitOutOfRange() {
    var user = bearer(service.newToken());
    for (int i = 0; i < 2; i++) {
      service.newUser();
    }
    var other = service.client().get("/users/?limit=1").expectStatus(200).text("/next_cursor");

    service.client().get("/payments/?cursor=" + other, user).expectStatus(400);
    service.client().get("/payments/?cursor=x", user).expectStatus(400);
    service.client().get("/payments/?limit=101", user).expectStatus(422).expectErrorsAt("/limit");
  }
}
