package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.PASSWORD;
import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.form;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.access.SessionRule;
import dev.portico.domain.users.User;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Looking after the sessions one has. */
@ApiTest
class OwnSessionsApiTest {

  private static final String FIREFOX =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

  private final ServiceUnderTest service;
  private final User user;

  OwnSessionsApiTest(ServiceUnderTest service) {
    this.service = service;
    user = service.newUser();
  }

  private String signIn(User who, String agent) {
    return service
        .client()
        .post(
            "/auth/token",
            form("username", who.username().text(), "password", PASSWORD),
            "User-Agent",
            agent)
        .expectStatus(200)
        .text("/access_token");
  }

  private TestClient as(String token) {
    return service.client().with(bearer(token));
  }

  private static String idOf(TestClient client) {
    return client
        .get("/users/me/sessions")
        .expectStatus(200)
        .json()
        .get("items")
        .valueStream()
        .filter(it -> it.get("current").booleanValue())
        .findFirst()
        .orElseThrow()
        .get("id")
        .stringValue();
  }

  @Test
  void listsThemWithDeviceAndTimes() {
    var other = as(signIn(user, "curl/8.16.0"));
    var own = as(signIn(user, FIREFOX));
    var theirs = signIn(service.newUser(), "curl/8.16.0");

    var list = own.get("/users/me/sessions/").expectStatus(200).json();

    assertThat(list.get("items").size()).isEqualTo(2);
    assertThat(list.get("next_cursor").isNull()).isTrue();
    var current =
        list.get("items")
            .valueStream()
            .filter(it -> it.get("current").booleanValue())
            .findFirst()
            .orElseThrow();
    assertThat(current.get("device").stringValue()).isEqualTo("Firefox on Linux");
    assertThat(current.get("agent").stringValue()).isEqualTo(FIREFOX);
    assertThat(current.get("address").stringValue()).isNotBlank();
    assertThat(current.get("last_used_at")).isEqualTo(current.get("started_at"));
    assertThat(list.toString()).doesNotContain("digest", "tag", "prt_", theirs);
    assertThat(idOf(other)).isNotEqualTo(idOf(own));
  }

  @Test
  void listsNoneWhoseTimeHasRunOut() {
    var idle = as(signIn(user, "idle"));
    assertThat(idle.get("/users/me/sessions").json().get("items").size()).isEqualTo(1);
    service.time().advance(SessionRule.DEFAULT.idle());

    var own = as(signIn(user, "new"));

    assertThat(own.get("/users/me/sessions").json().get("items").size()).isEqualTo(1);
    own.get("/users/me/sessions").expectJson("/items/0/agent", "new");
  }

  @Test
  void endsAnotherOne() {
    var lost = as(signIn(user, "lost"));
    var own = as(signIn(user, "own"));

    var ended = own.send("DELETE", "/users/me/sessions/" + idOf(lost)).expectStatus(204);

    assertThat(ended.headers()).doesNotContainKey("set-cookie");
    lost.get("/users/me").expectStatus(401);
    own.get("/users/me").expectStatus(200);
  }

  @Test
  void endsTheOneThatAsks() {
    var own = as(signIn(user, "own"));

    var ended = own.send("DELETE", "/users/me/sessions/" + idOf(own)).expectStatus(204);

    assertThat(ended.headers().get("set-cookie")).hasSize(2).allMatch(it -> it.contains("=; "));
    own.get("/users/me").expectStatus(401);
  }

  @Test
  @DisplayName("AZ-2: saysTheSameOfSomebodyElsesAsOfNone")
  void saysTheSameOfSomebodyElsesAsOfNone() {
    var theirs = as(signIn(service.newUser(), "theirs"));
    var own = as(signIn(user, "own"));

    for (var id : List.of(idOf(theirs), UUID.randomUUID().toString(), "x", "me")) {
      own.send("DELETE", "/users/me/sessions/" + id)
          .expectStatus(404)
          .expectDetail("Session not found");
    }
    theirs.get("/users/me").expectStatus(200);
  }

  // RF-7
  @Test
  void endsAllOthers() {
    var lost = List.of(as(signIn(user, "one")), as(signIn(user, "two")));
    var theirs = as(signIn(service.newUser(), "theirs"));
    var own = as(signIn(user, "own"));
    lost.forEach(it -> it.get("/users/me").expectStatus(200));

    own.send("DELETE", "/users/me/sessions").expectStatus(204);

    lost.forEach(it -> it.get("/users/me").expectStatus(401));
    own.get("/users/me").expectStatus(200);
    theirs.get("/users/me").expectStatus(200);
  }

  @Test
  void showsWhenItWasRefreshed() {
    var tokens =
        service
            .client()
            .post("/auth/token", form("username", user.username().text(), "password", PASSWORD));
    service.time().advance(Duration.ofMinutes(5));
    var next =
        service
            .client()
            .post(
                "/auth/token",
                form(
                    "grant_type", "refresh_token", "refresh_token", tokens.text("/refresh_token")));

    var item = as(next.text("/access_token")).get("/users/me/sessions").json().at("/items/0");

    assertThat(item.get("last_used_at")).isNotEqualTo(item.get("started_at"));
  }
}
