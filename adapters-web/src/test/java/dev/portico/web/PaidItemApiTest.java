package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Payments that say which item they are for. */
@ApiTest
class PaidItemApiTest {

  private static final String NOBODYS = "01a213e5-bd7b-7603-aaa3-0cc00961af15";

  private final ServiceUnderTest service;
  private String[] alice = {};
  private String item = "";

  PaidItemApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  @BeforeEach
  void offerAnItem() {
    alice = bearer(service.newToken());
    item =
        service
            .client()
            .post("/items/", json("title", "A book"), alice)
            .expectStatus(201)
            .text("/id");
  }

  private TestResponse pay(String itemId, String... headers) {
    return service
        .client()
        .post("/payments/", json("amount", "10", "currency", "USD", "item_id", itemId), headers);
  }

  private TestResponse view(String payment) {
    return service.client().get("/payments/" + payment, alice).expectStatus(200);
  }

  private void delete() {
    service
        .client()
        .send("DELETE", "/items/" + item, alice[0], alice[1], "If-Match", "*")
        .expectStatus(204);
  }

  @Test
  void sayWhatTheyAreFor() {
    var paid = pay(item, alice).expectStatus(200).expectJson("/item_id", item);

    view(paid.text("/id")).expectJson("/item_id", item);
    service
        .client()
        .get("/payments/", alice)
        .expectStatus(200)
        .expectJson("/items/0/item_id", item);
  }

  @Test
  void mayBeForNothingInParticular() {
    var paid =
        service
            .client()
            .post("/payments/", json("amount", "10", "currency", "USD"), alice)
            .expectStatus(200)
            .expectJson("/item_id", null);

    view(paid.text("/id")).expectJson("/item_id", null);
  }

  @Test
  void mayBeForSomebodyElsesItem() {
    pay(item, bearer(service.newToken())).expectStatus(200).expectJson("/item_id", item);
  }

  @ParameterizedTest
  @ValueSource(strings = {NOBODYS, "", "x", "01A213E5-BD7B-7603-AAA3-0CC00961AF15"})
  void areNotForAnItemThatIsNotThere(String id) {
    pay(id, alice).expectStatus(422).expectErrorsAt("/item_id");

    assertThat(service.client().get("/payments/", alice).expectStatus(200).json().get("items"))
        .isEmpty();
  }

  @Test
  void keepTheirItemWhenItIsDeleted() {
    var paid = pay(item, alice).expectStatus(200).text("/id");
    delete();

    view(paid).expectJson("/item_id", item).expectJson("/status", "success");
    pay(item, alice).expectStatus(422).expectErrorsAt("/item_id");
  }

  /** PY-4. */
  @Test
  void burnNoKeyByAnItemThatIsNotThere() {
    pay(NOBODYS, alice[0], alice[1], "Idempotency-Key", "k").expectStatus(422);
    pay(item, alice[0], alice[1], "Idempotency-Key", "k").expectStatus(200);
  }

  /** PY-2. */
  @Test
  void areAnsweredTheSameThoughTheItemIsGoneMeanwhile() {
    var first = pay(item, alice[0], alice[1], "Idempotency-Key", "k").expectStatus(200);
    delete();

    pay(item, alice[0], alice[1], "Idempotency-Key", "k")
        .expectStatus(200)
        .expectHeader("Idempotency-Replayed", "true")
        .expectJson("/id", first.text("/id"))
        .expectJson("/item_id", item);
  }
}
