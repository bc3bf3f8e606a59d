package dev.portico.web;

import static dev.portico.testkit.Race.race;
import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.json;
import static dev.portico.web.shared.TestRequest.rawJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.testkit.Isolation;
import dev.portico.testkit.Rung;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestRequest;
import dev.portico.web.shared.TestRequest.Content;
import dev.portico.web.shared.TestResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counting up, alone and all at once. */
@ApiTest
class CountersApiTest {

  private final String name = uniqueName() + ".a_b-c";
  private String token = "";

  private final ServiceUnderTest service;

  CountersApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  @BeforeEach
  void signIn() {
    token = service.newToken();
  }

  private TestResponse increment(Content body, String... headers) {
    return service
        .client()
        .send(
            TestRequest.of("POST", "/counters/" + name + "/increment")
                .with(body)
                .with(List.of(bearer(token)))
                .with(List.of(headers)));
  }

  private TestResponse view(String counter) {
    return service.client().get("/counters/" + counter, bearer(token));
  }

  private void assertValue(long expected) {
    var counter = view(name).expectStatus(200).expectJson("/name", name).json();
    assertThat(counter.get("value").longValue()).isEqualTo(expected);
  }

  @Test
  void beginsAtZero() {
    assertValue(0);
  }

  @Test
  void tellsTheValueReached() {
    increment(json("by", 1)).expectStatus(200).expectJson("/name", name).expectJson("/value", 1);
    increment(json("by", 1_000_000)).expectStatus(200).expectJson("/value", 1_000_001);
    assertValue(1_000_001);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"by\":null}", "{\"by\":1.0}", "{\"by\":1e0}"})
  void countsByOne(String body) {
    increment(rawJson(body)).expectStatus(200).expectJson("/value", 1);
  }

  @Test
  void countsByOneWithoutABody() {
    increment(Content.NONE).expectStatus(200).expectJson("/value", 1);
    increment(new Content("application/json", new byte[0])).expectStatus(200);
    assertValue(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"by\":0} | /by",
        "{\"by\":-1} | /by",
        "{\"by\":1.5} | /by",
        "{\"by\":1000001} | /by",
        "{\"by\":1e2147483647} | /by",
        "{\"by\":9223372036854775808} | /by",
        "{\"by\":\"1\"} | /by",
        "{\"by\":true} | /by",
        "{\"by\":[1]} | /by",
        "{\"value\":1} | /value"
      })
  void refusesWhatBreaksARule(String body, String pointer) {
    increment(rawJson(body)).expectStatus(422).expectErrorsAt(pointer);
    assertValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"by=1", "[]", "1", "{\"by\":1e99999999999}"})
  void refusesABodyThatCannotBeRead(String body) {
    increment(rawJson(body)).expectStatus(400);
    assertValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "nonsense", ""})
  void refusesABodyOfAnotherType(String type) {
    increment(new Content(type, "{\"by\":1}".getBytes(StandardCharsets.UTF_8))).expectStatus(415);
    assertValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "a%20b", "%C3%A9", "a~b", "a$"})
  void knowsNoCounterOfAnyOtherName(String other) {
    view(other).expectStatus(404).expectDetail("Counter not found");
    service
        .client()
        .post("/counters/" + other + "/increment", json("by", 1), bearer(token))
        .expectStatus(404)
        .expectDetail("Counter not found");
    view("x".repeat(64)).expectStatus(200);
    view("x".repeat(65)).expectStatus(404);
  }

  @Test
  @Isolation(Rung.CLONE)
  void countsExactlyThreeOfThreeAtOnce() {
    race(3).run(_ -> increment(json("by", 1)).expectStatus(200));

    assertValue(3);
  }

  @Test
  void countsForEverybodyAlike() {
    increment(json("by", 2)).expectStatus(200);
    token = service.newToken();

    increment(json("by", 3)).expectStatus(200).expectJson("/value", 5);
  }

  @Test
  void countsOnceUnderOneKey() {
    var body = json("by", 5);

    var first = increment(body, "Idempotency-Key", "k").expectStatus(200);
    var again = increment(body, "Idempotency-Key", "k").expectStatus(200);

    again.expectHeader("Idempotency-Replayed", "true");
    assertThat(again.body()).isEqualTo(first.body());
    assertValue(5);
    increment(json("by", 6), "Idempotency-Key", "k").expectStatus(422);
  }

  @Test
  void asksWhoIsThere() {
    service.client().post("/counters/x/increment", json("by", 1)).expectStatus(401);
    service.client().get("/counters/x").expectStatus(401);
  }
}
