package dev.portico.web;

import static dev.portico.web.Registrations.PATH;
import static dev.portico.web.Registrations.assertNobodyIsCalled;
import static dev.portico.web.Registrations.registration;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.shared.Unavailable;
import dev.portico.application.shared.port.IdempotencyKeys;
import dev.portico.application.users.port.Users;
import dev.portico.testkit.PortOverrides;
import dev.portico.testkit.TestTime;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestRequest.Content;
import dev.portico.web.shared.TestResponse;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be an {@code Idempotency-Key}, and what two keys have to do with each other. */
@ApiTest
class IdempotencyApiTest {

  private static final String HEADER = "Idempotency-Key";
  private static final String REPLAYED = "idempotency-replayed";

  private final ServiceUnderTest service;

  IdempotencyApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  private TestResponse register(Content body, String... headers) {
    return service.client().post(PATH, body, headers);
  }

  private static String key(int length) {
    return (uniqueName() + "k".repeat(length)).substring(0, length);
  }

  @ParameterizedTest
  @DisplayName("PY-1: refusesAKeyThatIsNone")
  @ValueSource(
      strings = {
        "",
        "\"\"",
        "\"open",
        "open\"\"\"",
        "\"",
        "\"a\"b\"",
        "\"a\\\"b\"",
        "\"a\\b\"",
        "a b",
        "\"a\", \"b\"",
        "\"a\";x=1"
      })
  void refusesAKeyThatIsNone(String key) {
    var name = uniqueName();

    register(json(registration(name)), HEADER, key).expectStatus(400);
    assertNobodyIsCalled(name, service);
  }

  @Test
  @DisplayName("PY-1: takes255CharactersAndNotOneMore")
  void takes255CharactersAndNotOneMore() {
    var name = uniqueName();

    register(json(registration(name)), HEADER, key(256)).expectStatus(400);
    register(json(registration(name)), HEADER, '"' + key(256) + '"').expectStatus(400);
    assertNobodyIsCalled(name, service);
    register(json(registration(name)), HEADER, key(255)).expectStatus(201);
    register(json(registration(uniqueName())), HEADER, '"' + key(255) + '"').expectStatus(201);
  }

  @Test
  @DisplayName("PY-1: refusesTwoKeys")
  void refusesTwoKeys() {
    var name = uniqueName();
    var key = uniqueName();

    register(json(registration(name)), HEADER, key, HEADER, key).expectStatus(400);
    register(json(registration(name)), HEADER, key, HEADER, key + "2").expectStatus(400);
    assertNobodyIsCalled(name, service);
  }

  @Test
  @DisplayName("PY-1: takesBareAndQuotedForTheSameKey")
  void takesBareAndQuotedForTheSameKey() {
    var body = json(registration(uniqueName()));
    var key = uniqueName();
    var first = register(body, HEADER, '"' + key + '"').expectStatus(201);

    var again = register(body, HEADER, key).expectStatus(201);

    again.expectHeader("Idempotency-Replayed", "true");
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  @DisplayName("PY-1: tellsKeysApartByEveryCharacter")
  void tellsKeysApartByEveryCharacter() {
    var key = uniqueName();

    for (var other :
        new String[] {
          key, key + ".", "\"" + key + " \"", key.substring(1), "X" + key.substring(1)
        }) {
      var created = register(json(registration(uniqueName())), HEADER, other).expectStatus(201);
      assertThat(created.headers()).doesNotContainKey("idempotency-replayed");
    }
  }

  @Test
  @DisplayName("PY-2: refusesAnotherBodyUnderTheKey")
  void refusesAnotherBodyUnderTheKey() {
    var name = uniqueName();
    var other = uniqueName();
    var key = uniqueName();
    register(json(registration(name)), HEADER, key).expectStatus(201);

    var refused = register(json(registration(other)), HEADER, key).expectStatus(422);

    assertThat(refused.text("/type")).endsWith("#key-reused");
    assertThat(refused.body()).doesNotContain(name);
    assertNobodyIsCalled(other, service);
  }

  @Test
  @DisplayName("PY-4: isNotBurnedByARefusal")
  void isNotBurnedByARefusal() {
    var held = service.newUser().username().text();
    var key = uniqueName();
    var good = registration(uniqueName());

    register(json("username", "x"), HEADER, key).expectStatus(422);
    register(new Content("text/plain", new byte[0]), HEADER, key).expectStatus(415);
    register(json(registration(held)), HEADER, key).expectStatus(400);
    register(json(good), HEADER, key, "Accept", "text/html").expectStatus(406);
    register(json(good), HEADER, key).expectStatus(201);
  }

  @Test
  @DisplayName("PY-4: isFreeAfterA5xx")
  void isFreeAfterA5xx(PortOverrides ports) {
    var body = json(registration(uniqueName()));
    ports.fail(IdempotencyKeys.class, new Unavailable("on purpose"), 1);
    register(body, HEADER, "k5").expectStatus(503);
    ports.fail(Users.class, new Unavailable("on purpose"), 1);
    register(body, HEADER, "k5").expectStatus(503);

    assertThat(register(body, HEADER, "k5").expectStatus(201).header(REPLAYED)).isEmpty();
    register(body, HEADER, "k5").expectStatus(201).expectHeader(REPLAYED, "true");
  }

  @Test
  @DisplayName("PY-4: isFreeAfterADay")
  void isFreeAfterADay(TestTime time) {
    register(json(registration(uniqueName())), HEADER, "day").expectStatus(201);
    var other = json(registration(uniqueName()));

    time.advance(Duration.ofHours(24).minusSeconds(1));
    register(other, HEADER, "day").expectStatus(422);
    time.advance(Duration.ofSeconds(1));
    assertThat(register(other, HEADER, "day").expectStatus(201).header(REPLAYED)).isEmpty();
  }

  @Test
  @DisplayName("PY-4: belongsToItsRoute")
  void belongsToItsRoute() {
    var key = uniqueName();
    register(json(registration(uniqueName())), HEADER, key).expectStatus(201);
    var body = json(registration(uniqueName()));

    var created = service.client().post("/users", body, HEADER, key).expectStatus(201);
    // The same route by its other spelling.
    var again = service.client().post("/users/", body, HEADER, key).expectStatus(201);

    assertThat(created.headers()).doesNotContainKey("idempotency-replayed");
    assertThat(again.body()).isEqualTo(created.body());
    again.expectHeader("Idempotency-Replayed", "true");
  }

  @Test
  void isIgnoredWhereNothingIsMade() {
    service.client().get("/", HEADER, "").expectStatus(200);
    service.client().get("/users/", HEADER, uniqueName()).expectStatus(200);
  }
}
