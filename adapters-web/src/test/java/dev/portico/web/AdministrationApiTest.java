package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.PASSWORD;
import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.form;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.access.port.Standings;
import dev.portico.domain.notifications.Mail;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestRequest;
import dev.portico.web.shared.TestRequest.Content;
import dev.portico.web.shared.TestResponse;
import dev.portico.web.shared.TestUser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What administrators do to others' accounts, and cannot do to themselves. */
@ApiTest
class AdministrationApiTest {

  private final ServiceUnderTest service;
  private final TestClient client;
  private final TestUser admin;
  private final TestUser user;

  AdministrationApiTest(ServiceUnderTest service) {
    this.service = service;
    client = service.client();
    admin = service.testAdmin();
    user = service.testUser();
  }

  private TestResponse patch(String id, Content body) {
    return client.send(
        TestRequest.of("PATCH", "/users/" + id).with(body).with(List.of(admin.bearer())));
  }

  private TestResponse delete(String id) {
    return client.send("DELETE", "/users/" + id, admin.bearer());
  }

  private TestResponse signIn() {
    return client.post("/auth/token", form("username", user.username(), "password", PASSWORD));
  }

  private TestResponse refresh(TestResponse tokens) {
    return client.post(
        "/auth/token",
        form("grant_type", "refresh_token", "refresh_token", tokens.text("/refresh_token")));
  }

  @Test
  @DisplayName("RF-7: signsOutWhoeverIsDeactivated")
  void signsOutWhoeverIsDeactivated() {
    var tokens = signIn().expectStatus(200);
    var access = tokens.text("/access_token");
    client.get("/users/me", bearer(access)).expectStatus(200);

    patch(user.id(), json("is_active", false)).expectStatus(204);

    client.get("/users/me", bearer(access)).expectStatus(401);
    client.get("/protected/cookie", "Cookie", "access_token=" + access).expectStatus(401);
    refresh(tokens).expectStatus(400).expectJson("/error", "invalid_grant");
    signIn().expectStatus(400).expectDetail("Inactive user");
    client.get("/users/" + user.id()).expectStatus(404);

    patch(user.id(), json("is_active", true)).expectStatus(204);
    // What was over stays over.
    client.get("/users/me", bearer(access)).expectStatus(401);
    refresh(tokens).expectStatus(400);
    signIn().expectStatus(200);
  }

  @Test
  @DisplayName("RF-7: signsOutWhoeverIsDeleted")
  void signsOutWhoeverIsDeleted() {
    var tokens = signIn().expectStatus(200);
    var access = tokens.text("/access_token");
    client.post("/events/", json("name", "mine"), bearer(access)).expectStatus(201);
    client.post("/items/", json("title", "mine"), bearer(access)).expectStatus(201);

    delete(user.id()).expectStatus(204);

    client.get("/users/me", bearer(access)).expectStatus(401);
    refresh(tokens).expectStatus(400);
    signIn().expectStatus(401).expectDetail("Incorrect username or password");
    client.get("/users/" + user.id()).expectStatus(404);
    delete(user.id()).expectStatus(404).expectDetail("User not found");
  }

  @Test
  void tellsTheOwnerByMail() {
    var mails = new CodeMails(service);

    patch(user.id(), json("is_active", false)).expectStatus(204);
    assertThat(mails.to(user.email()))
        .extracting(Mail::subject)
        .containsExactly("Your account was deactivated");
    delete(user.id()).expectStatus(204);

    assertThat(mails.to(user.email()))
        .extracting(Mail::subject)
        .containsExactly("Your account was deactivated", "Your account was closed");
  }

  @Test
  @DisplayName("AZ-5: takesAnAdminsRightsAtOnce")
  void takesAnAdminsRightsAtOnce() {
    var token = signIn().expectStatus(200).text("/access_token");
    client.get("/audit", bearer(token)).expectStatus(403);

    patch(user.id(), json("roles", List.of("admin", "admin"))).expectStatus(204);
    assertThat(members("?q=" + user.username()).json().at("/items/0/roles").size()).isEqualTo(1);
    client.get("/audit", bearer(token)).expectStatus(200);

    patch(user.id(), json("roles", List.of())).expectStatus(204);
    client
        .get("/audit", bearer(token))
        .expectStatus(403)
        .expectDetail("Only administrators may do this");
    client.get("/users/me", bearer(token)).expectStatus(200);
  }

  @Test
  void changesNothingThatIsNotAsked() {
    patch(user.id(), json()).expectStatus(204);
    patch(user.id(), json("is_active", true)).expectStatus(204);
    var found = members("?q=" + user.username()).expectJson("/items/0/is_active", true);
    assertThat(found.json().at("/items/0/roles").size()).isZero();
  }

  @Test
  void keepsAdminsFromLockingThemselvesOut() {
    for (var body : List.of(json("is_active", false), json("roles", List.of()))) {
      patch(admin.id(), body)
          .expectStatus(409)
          .expectDetail("Administrators cannot take their own rights; another one has to");
    }
    delete(admin.id()).expectStatus(409);
    patch(admin.id(), json("is_active", true, "roles", List.of("admin"))).expectStatus(204);
    client.get("/audit", admin.bearer()).expectStatus(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "0", "00000000-0000-0000-0000-00000000000g"})
  void findsNobodyByAMalformedId(String id) {
    patch(id, json("is_active", false)).expectStatus(404).expectDetail("User not found");
    delete(id).expectStatus(404).expectDetail("User not found");
  }

  @Test
  void findsNobodyByAnUnknownId() {
    var id = UUID.randomUUID().toString();

    patch(id, json("is_active", false)).expectStatus(404).expectDetail("User not found");
    delete(id).expectStatus(404).expectDetail("User not found");
  }

  @Test
  void refusesWhatIsNoStatusAndNoRole() {
    patch(user.id(), json("is_active", "false", "roles", List.of("root")))
        .expectStatus(422)
        .expectErrorsAt("/is_active", "/roles");
    patch(user.id(), json("roles", "admin")).expectStatus(422).expectErrorsAt("/roles");
    patch(user.id(), json("roles", List.of(1))).expectStatus(422).expectErrorsAt("/roles");
    patch(user.id(), json("is_admin", true)).expectStatus(422).expectErrorsAt("/is_admin");
  }

  @Test
  void letsNobodyElseIn() {
    var other = service.testUser();
    for (var method : List.of("PATCH", "DELETE")) {
      var request =
          TestRequest.of(method, "/users/" + user.id())
              .with(json("is_active", false, "roles", List.of("admin")));
      client.send(request).expectStatus(401);
      client.send(request.with(List.of(other.bearer()))).expectStatus(403);
      client.send(request.with(List.of(user.bearer()))).expectStatus(403);
    }
    client.get("/users/" + user.id()).expectStatus(200);
  }

  @Test
  void closesTheSocketOfWhoeverIsDeactivated() {
    var socket = client.websocket("/ws/chat?room=" + user.username(), user.bearer());

    patch(user.id(), json("is_active", false)).expectStatus(204);
    service.time().advance(Standings.AGE);
    socket.sendJson("message", "still here?");

    socket.expectClose(1008);
  }

  @Test
  void showsMembersToAdmins() {
    patch(user.id(), json("is_active", false)).expectStatus(204);

    var found = members("?q=" + user.username().toUpperCase(java.util.Locale.ROOT));

    assertThat(found.json().at("/items").size()).isEqualTo(1);
    found
        .expectJson("/items/0/id", user.id())
        .expectJson("/items/0/email", user.email())
        .expectJson("/items/0/email_verified", false)
        .expectJson("/items/0/is_active", false);
    assertThat(members("?q=" + user.email()).json().at("/items").size()).isEqualTo(1);
    assertThat(members("?is_active=true&q=" + user.username()).json().at("/items").isEmpty())
        .isTrue();
    assertThat(members("?role=admin&q=" + user.username()).json().at("/items").isEmpty()).isTrue();
    assertThat(members("?role=admin&q=" + admin.username()).json().at("/items").size())
        .isEqualTo(1);
  }

  private TestResponse members(String query) {
    return client.get("/users/" + query, admin.bearer()).expectStatus(200);
  }

  @Test
  void pagesThroughMembers() {
    var first = members("?limit=1");
    var second = members("?limit=1&cursor=" + first.text("/next_cursor"));

    assertThat(second.text("/items/0/id")).isNotEqualTo(first.text("/items/0/id"));
    // A cursor of one list is worth nothing in the other.
    client.get("/users/?cursor=" + first.text("/next_cursor")).expectStatus(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=", "q=%20", "is_active=1", "role=root", "is_active="})
  void refusesWhatIsNoFilter(String query) {
    client.get("/users/?" + query, admin.bearer()).expectStatus(422);
  }

  @Test
  void showsEveryoneElseTheProfilesAsEver() {
    var profiles = client.get("/users/?limit=3").expectStatus(200);
    var filtered = "/users/?limit=3&q=zzz&is_active=false&role=admin";
    assertThat(profiles.body()).doesNotContain("email", "roles");

    for (var shown : List.of(new String[0], user.bearer(), cookie("x"), cookie(user.token()))) {
      assertThat(client.get("/users/?limit=3", shown).body()).doesNotContain("email", "roles");
      assertThat(client.get(filtered, shown).expectStatus(200).body())
          .isNotEqualTo("{\"items\":[],\"next_cursor\":null}")
          .doesNotContain("email", "roles");
    }
    client.get("/users/", bearer("x")).expectStatus(401);
  }

  private static String[] cookie(String token) {
    return new String[] {"Cookie", "access_token=" + token};
  }
}
