package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.json;
import static dev.portico.web.shared.TestRequest.rawJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.users.User;
import dev.portico.domain.users.UserBuilder;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestRequest.Content;
import dev.portico.web.shared.TestResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Offering items, and looking them up. */
@ApiTest
class ItemsApiTest {

  private User alice = UserBuilder.aUser().build();
  private String token = "";

  private final ServiceUnderTest service;

  ItemsApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  @BeforeEach
  void signIn() {
    alice = service.newUser();
    token = service.tokenOf(alice);
  }

  private TestResponse post(Content body) {
    return service.client().post("/items/", body, bearer(token));
  }

  private TestResponse get(String target) {
    return service.client().get(target);
  }

  private TestResponse created(String title) {
    return post(json("title", title)).expectStatus(201);
  }

  @Test
  void offersAnItem() {
    var before = service.time().instant();

    var created =
        post(json(
                "title",
                "Desk lamp",
                "description",
                "Hardly used.\nGives light.",
                "price",
                Map.of("amount", "9.9", "currency", "USD")))
            .expectStatus(201);

    created
        .expectJson("/title", "Desk lamp")
        .expectJson("/description", "Hardly used.\nGives light.")
        .expectJson("/price", Map.of("amount", "9.90", "currency", "USD"))
        .expectJson("/owner/id", alice.id().toString())
        .expectJson("/owner/username", alice.username().text())
        .expectHeader("Location", "/items/" + created.text("/id"));
    assertThat(Instant.parse(created.text("/created_at")))
        .isBetween(before, service.time().instant());
    assertThat(get("/items/" + created.text("/id")).expectStatus(200).body())
        .isEqualTo(created.body());
  }

  @Test
  void needsATitleAndNothingMore() {
    created("Lamp").expectJson("/description", null).expectJson("/price", null);
    post(rawJson("{\"title\":\"Lamp\",\"price\":null}")).expectStatus(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /title",
        "{\"title\":1} | /title",
        "{\"title\":\" \"} | /title",
        "{\"title\":\"a\\nb\"} | /title",
        "{\"title\":\"x\",\"description\":\"a\\u0007b\"} | /description",
        "{\"title\":\"x\",\"price\":9.99} | /price",
        "{\"title\":\"x\",\"price\":[]} | /price",
        "{\"title\":\"x\",\"price\":{\"amount\":\"1\"}} | /price/currency",
        "{\"title\":\"x\",\"price\":{\"currency\":\"USD\"}} | /price/amount",
        "{\"title\":\"x\",\"price\":{\"amount\":1,\"currency\":\"USD\"}} | /price/amount",
        "{\"title\":\"x\",\"price\":{\"amount\":\"0\",\"currency\":\"USD\"}} | /price/amount",
        "{\"title\":\"x\",\"price\":{\"amount\":\"1.001\",\"currency\":\"USD\"}} | /price/amount",
        "{\"title\":\"x\",\"price\":{\"amount\":\"1\",\"currency\":\"usd\"}} | /price/currency",
        "{\"title\":\"x\",\"price\":{\"amount\":\"1\",\"currency\":\"USD\",\"vat\":1}} | /price/vat",
        "{\"title\":\"x\",\"owner\":\"me\"} | /owner",
        "{\"title\":\"x\",\"id\":\"1\"} | /id"
      })
  void refusesWhatBreaksARule(String body, String pointer) {
    post(rawJson(body)).expectStatus(422).expectErrorsAt(pointer);
  }

  @Test
  void namesEveryMistakeAtOnce() {
    post(rawJson("{\"title\":\"\",\"price\":{\"amount\":\"\",\"currency\":\"\",\"x\":1},\"y\":1}"))
        .expectStatus(422)
        .expectErrorsAt("/title", "/price/currency", "/price/x", "/y");
  }

  @Test
  void offersOnceUnderOneKey() {
    var body = json("title", "Once");
    String[] headers = {"Authorization", "Bearer " + token, "Idempotency-Key", "k"};

    var first = service.client().post("/items/", body, headers).expectStatus(201);
    var again = service.client().post("/items", body, headers).expectStatus(201);

    again.expectHeader("Idempotency-Replayed", "true");
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void listsTheNewestFirstWithTheirOwners() {
    var older = created("Older").text("/id");
    var newer = created("Newer").text("/id");

    var items = get("/items/?limit=100").expectStatus(200).json().at("/items");
    var mine =
        items
            .valueStream()
            .filter(item -> item.at("/owner/username").asString().equals(alice.username().text()))
            .toList();

    assertThat(mine).extracting(item -> item.get("id").asString()).containsExactly(newer, older);
  }

  @Test
  void goesOnFromACursorOfItsOwn() {
    created("a");
    created("b");
    var first = get("/items/?limit=1").expectStatus(200);
    var next = get("/items?limit=1&cursor=" + first.text("/next_cursor")).expectStatus(200);

    assertThat(next.text("/items/0/id")).isNotEqualTo(first.text("/items/0/id"));
    get("/users/?cursor=" + first.text("/next_cursor")).expectStatus(400);
    get("/items/?limit=0").expectStatus(422).expectErrorsAt("/limit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"01900000-0000-7000-8000-000000000000", "x", "1"})
  void findsNothingUnderAnotherId(String id) {
    get("/items/" + id).expectStatus(404).expectDetail("Item not found");
  }

  @Test
  void asksWhoOffers() {
    service.client().post("/items/", json("title", "x")).expectStatus(401);
  }

  @Test
  void answersBesideUsersAndHealth() throws Exception {
    var targets = List.of("/items/", "/users/", "/health");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = targets.stream().map(target -> threads.submit(() -> get(target))).toList();
      for (var answer : running) {
        answer.get().expectStatus(200);
      }
    }
  }
}
