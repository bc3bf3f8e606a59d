package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.json;
import static dev.portico.web.shared.TestRequest.rawJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestRequest.Content;
import dev.portico.web.shared.TestResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Recording events, and reading one's own. */
@ApiTest
class EventsApiTest {

  private String token = "";

  private final ServiceUnderTest service;

  EventsApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  @BeforeEach
  void signIn() {
    token = service.newToken();
  }

  private TestResponse post(Content body) {
    return service.client().post("/events/", body, bearer(token));
  }

  private TestResponse get(String target) {
    return service.client().get(target, bearer(token));
  }

  private String recorded(String name) {
    return post(json("name", name)).expectStatus(201).text("/id");
  }

  private static List<String> idsOf(TestResponse page) {
    return page.json().at("/items").valueStream().map(item -> item.get("id").asString()).toList();
  }

  @Test
  void recordsAnEventAtTheClocksTime() {
    var before = service.time().instant();

    var created = post(json("name", "Test Event")).expectStatus(201);

    assertThat(Instant.parse(created.text("/created_at")))
        .isBetween(before, service.time().instant());
    created.expectJson("/name", "Test Event").expectJson("/data", null);
    created.expectHeader("Location", "/events/" + created.text("/id"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"plan\":\"pro\",\"seats\":[1,2.50,-3],\"nested\":{\"ok\":true,\"none\":null}}",
        "{\"exact\":12345678901234567890.12345678901234567890}",
        "{\"text\":\"é 🦊 \\\" \\\\ \\n \\u001f <script>\"}"
      })
  void keepsWhatTheDataSays(String data) {
    var created = post(rawJson("{\"name\":\"e\",\"data\":" + data + "}")).expectStatus(201).json();

    var found = get("/events/" + created.get("id").asString()).expectStatus(200).json();

    assertThat(found).isEqualTo(created);
    assertThat(created.get("data")).isEqualTo(new JsonMapper().readTree(data));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /name",
        "{\"name\":null} | /name",
        "{\"name\":7} | /name",
        "{\"name\":\"\"} | /name",
        "{\"name\":\"a\\nb\"} | /name",
        "{\"name\":\"e\",\"data\":1} | /data",
        "{\"name\":\"e\",\"data\":[]} | /data",
        "{\"name\":\"e\",\"data\":\"{}\"} | /data",
        "{\"name\":\"e\",\"data\":{\"n\":1e131073}} | /data",
        "{\"name\":\"e\",\"created_at\":\"2024-01-15T12:00:00Z\"} | /created_at"
      })
  void refusesWhatBreaksARule(String body, String pointer) {
    post(rawJson(body)).expectStatus(422).expectErrorsAt(pointer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"n\":1e99999999999}", "{\"a\":1,\"a\":2}", "{\"t\":\"\\u0000\"}", "{,}"})
  void refusesDataThatCannotBeRead(String data) {
    post(rawJson("{\"name\":\"e\",\"data\":" + data + "}")).expectStatus(400);
  }

  @Test
  void takes16KiBOfDataAndNotOneByteMore() {
    var fits = "x".repeat(16_384 - "{\"x\":\"\"}".length());

    post(json("name", "e", "data", Map.of("x", fits))).expectStatus(201);
    post(json("name", "e", "data", Map.of("x", fits + "x")))
        .expectStatus(422)
        .expectErrorsAt("/data");
  }

  @Test
  void recordsOnceUnderOneKey() {
    var body = json("name", "once");
    String[] headers = {"Authorization", "Bearer " + token, "Idempotency-Key", "k"};

    var first = service.client().post("/events/", body, headers).expectStatus(201);
    var again = service.client().post("/events", body, headers).expectStatus(201);

    again.expectHeader("Idempotency-Replayed", "true");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(idsOf(get("/events/"))).containsExactly(first.text("/id"));
  }

  @Test
  void listsOnesOwnNewestFirst() {
    var older = recorded("a");
    var newer = recorded("b");
    service.client().post("/events/", json("name", "c"), bearer(service.newToken()));

    assertThat(idsOf(get("/events/").expectStatus(200))).containsExactly(newer, older);
    assertThat(idsOf(get("/events").expectStatus(200))).containsExactly(newer, older);
  }

  @Test
  void pagesThroughAll() {
    var all = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      all.addFirst(recorded("e"));
    }

    var seen = new ArrayList<String>();
    var page = get("/events/?limit=2&name=e").expectStatus(200);
    while (!page.json().at("/next_cursor").isNull()) {
      seen.addAll(idsOf(page));
      page = get("/events/?limit=2&name=e&cursor=" + page.text("/next_cursor")).expectStatus(200);
    }
    seen.addAll(idsOf(page));

    assertThat(seen).isEqualTo(all);
  }

  @Test
  void takesNoCursorOfAnotherList() {
    for (int i = 0; i < 2; i++) {
      service.newUser();
    }
    var cursor = get("/users/?limit=1").text("/next_cursor");

    get("/events/?cursor=" + cursor).expectStatus(400);
  }

  @Test
  void filtersByNameAndTime() {
    var id = recorded("wanted");
    recorded("other");
    var at = get("/events/" + id).text("/created_at");

    assertThat(idsOf(get("/events/?name=wanted"))).containsExactly(id);
    assertThat(idsOf(get("/events/?name=wanted&from=" + at))).containsExactly(id);
    assertThat(idsOf(get("/events/?name=wanted&until=" + at))).isEmpty();
    assertThat(idsOf(get("/events/?from=9999-12-31T23:59:59Z"))).isEmpty();
    assertThat(idsOf(get("/events/?until=0000-01-01T00:00:00Z"))).isEmpty();
  }

  @Test
  void namesEveryMistakeInTheQuery() {
    get("/events/?name=&from=yesterday&until=2024-01-15&limit=0")
        .expectStatus(422)
        .expectErrorsAt("/name", "/from", "/until", "/limit");
  }

  @Test
  void showsNobodyWhatIsSomebodyElses() {
    var id = recorded("mine");

    for (var other : List.of(id, "01900000-0000-7000-8000-000000000000", "x", id + "0")) {
      service
          .client()
          .get("/events/" + other, bearer(service.newToken()))
          .expectStatus(404)
          .expectDetail("Event not found");
    }
  }

  @Test
  void asksWhoIsThere() {
    service.client().post("/events/", json("name", "e")).expectStatus(401);
    service.client().get("/events/").expectStatus(401);
    service.client().get("/events/x").expectStatus(401);
  }

  /** AZ-1. */
  @Test
  void showsAdministratorsEverybodys() {
    var id = recorded("seen-by-admins");
    var admin = service.client().as(service.testAdmin());
    admin.post("/events/", json("name", "of-an-admin")).expectStatus(201);
    var me = service.client().get("/users/me", bearer(token)).text("/id");

    var seen = admin.get("/events/?limit=100&owner=" + me).expectStatus(200);

    assertThat(idsOf(seen)).containsExactly(id);
    seen.expectJson("/items/0/owner", me);
    assertThat(idsOf(admin.get("/events/?limit=100"))).contains(id).hasSizeGreaterThan(1);
    admin.get("/events/?owner=x").expectStatus(422).expectErrorsAt("/owner");
  }

  @Test
  void letsNobodyElseAskForSomebodys() {
    var id = recorded("mine");
    var other = service.testUser();
    service.client().as(other).post("/events/", json("name", "theirs")).expectStatus(201);

    var seen = get("/events/?owner=" + other.id()).expectStatus(200);

    assertThat(idsOf(seen)).containsExactly(id);
    assertThat(seen.json().at("/items/0").has("owner")).isFalse();
  }
}
