package dev.portico.web;

import static dev.portico.testkit.Race.race;
import static dev.portico.web.shared.TestRequest.json;
import static dev.portico.web.shared.TestRequest.rawJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.testkit.Isolation;
import dev.portico.testkit.Rung;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestRequest;
import dev.portico.web.shared.TestRequest.Content;
import dev.portico.web.shared.TestResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changing items and taking them back, by whoever may, and losing nobody's change. */
@ApiTest
class ItemChangesApiTest {

  private static final String[] FIRST = {"If-Match", "\"1\""};

  private final ServiceUnderTest service;
  private final TestClient owner;
  private String item = "";

  ItemChangesApiTest(ServiceUnderTest service) {
    this.service = service;
    owner = service.client().as(service.testUser());
  }

  @BeforeEach
  void offer() {
    var made =
        owner
            .post(
                "/items/",
                json(
                    "title",
                    "Desk lamp",
                    "description",
                    "Hardly used",
                    "price",
                    Map.of("amount", "9.90", "currency", "USD")))
            .expectStatus(201)
            .expectHeader("ETag", "\"1\"");
    item = made.header("Location").orElseThrow();
  }

  private TestResponse send(TestClient client, String method, Content body, String... headers) {
    return client.send(TestRequest.of(method, item).with(body).with(List.of(headers)));
  }

  private TestResponse patch(Content body, String... headers) {
    return send(owner, "PATCH", body, headers);
  }

  private TestResponse put(Content body, String... headers) {
    return send(owner, "PUT", body, headers);
  }

  private TestResponse delete(TestClient client, String... headers) {
    return client.send("DELETE", item, headers);
  }

  private TestResponse get(String... headers) {
    return service.client().get(item, headers);
  }

  @Test
  void changesWhatIsNamed() {
    var changed = patch(json("title", "Lamp"), FIRST).expectStatus(200);

    changed
        .expectHeader("ETag", "\"2\"")
        .expectJson("/title", "Lamp")
        .expectJson("/description", "Hardly used")
        .expectJson("/price", Map.of("amount", "9.90", "currency", "USD"));
    assertThat(get().expectHeader("ETag", "\"2\"").body()).isEqualTo(changed.body());
  }

  @Test
  void takesAwayWhatIsNull() {
    patch(rawJson("{\"description\":null,\"price\":null}"), FIRST)
        .expectStatus(200)
        .expectJson("/title", "Desk lamp")
        .expectJson("/description", null)
        .expectJson("/price", null);
  }

  @Test
  void replacesAllThatIsSaidOfIt() {
    var before = get();

    put(json("title", "Lamp"), FIRST)
        .expectStatus(200)
        .expectHeader("ETag", "\"2\"")
        .expectJson("/title", "Lamp")
        .expectJson("/description", null)
        .expectJson("/price", null)
        .expectJson("/created_at", before.text("/created_at"))
        .expectJson("/owner/id", before.text("/owner/id"));
    put(json("description", "x"), "If-Match", "\"2\"").expectStatus(422).expectErrorsAt("/title");
  }

  @Test
  void isGoneOnceItIsDeleted() {
    delete(owner, FIRST).expectStatus(204);

    get().expectStatus(404);
    delete(owner, FIRST).expectStatus(404).expectDetail("Item not found");
    patch(json("title", "x"), FIRST).expectStatus(404);
  }

  @Test
  void letsNobodyOverwriteWhatTheyHaveNotSeen() {
    patch(json("title", "Lamp"), FIRST).expectStatus(200);

    patch(json("title", "x"), FIRST).expectStatus(412);
    put(json("title", "x"), FIRST).expectStatus(412);
    delete(owner, FIRST).expectStatus(412);
    patch(json("title", "x"), "If-Match", "W/\"2\"").expectStatus(412);

    get().expectJson("/title", "Lamp").expectHeader("ETag", "\"2\"");
    patch(json("title", "Lamps"), "If-Match", "\"7\", \"2\"").expectStatus(200);
    delete(owner, "If-Match", "*").expectStatus(204);
  }

  @Test
  void needsToHearWhichVersionIsMeant() {
    patch(json("title", "x")).expectStatus(428);
    put(json("title", "x")).expectStatus(428);
    delete(owner).expectStatus(428);
    patch(json("title", "x"), "If-Match", "1").expectStatus(400);

    get().expectHeader("ETag", "\"1\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
  void hidesTheItemsOfOthers(String method) {
    var stranger = service.client().as(service.testUser());
    var body = method.equals("DELETE") ? Content.NONE : json("title", "x");

    send(stranger, method, body, FIRST).expectStatus(404).expectDetail("Item not found");
    send(service.client(), method, body, FIRST).expectStatus(401);

    get().expectJson("/title", "Desk lamp");
  }

  @Test
  void letsAdministratorsChangeAndDelete() {
    var admin = service.client().as(service.testAdmin());

    send(admin, "PATCH", json("title", "Lamp"), FIRST)
        .expectStatus(200)
        .expectJson("/owner/id", get().text("/owner/id"));
    delete(admin, "If-Match", "\"2\"").expectStatus(204);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"title\":\" \"} | /title",
        "{\"title\":1} | /title",
        "{\"description\":\"a\\u0007b\"} | /description",
        "{\"price\":{\"amount\":\"0\",\"currency\":\"USD\"}} | /price/amount",
        "{\"price\":{\"amount\":\"1\"}} | /price/currency",
        "{\"owner\":\"me\"} | /owner",
        "{\"version\":7} | /version"
      })
  void refusesWhatBreaksARule(String body, String pointer) {
    patch(rawJson(body), FIRST).expectStatus(422).expectErrorsAt(pointer);
  }

  @Test
  void saysThatNothingChanged() {
    get("If-None-Match", "\"1\"").expectStatus(304).expectHeader("ETag", "\"1\"");
    get("If-None-Match", "\"2\"").expectStatus(200);
    patch(json("title", "Lamp"), FIRST).expectStatus(200);
    get("If-None-Match", "\"1\"").expectStatus(200).expectJson("/title", "Lamp");
  }

  /** F24, on one node. */
  @Test
  @Isolation(Rung.CLONE)
  void keepsOneOfManyChangesAtOnce() {
    var statuses = race(8).run(i -> patch(json("title", "Lamp " + i), FIRST).status());

    assertThat(statuses).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 412);
    get().expectHeader("ETag", "\"2\"");
  }
}
