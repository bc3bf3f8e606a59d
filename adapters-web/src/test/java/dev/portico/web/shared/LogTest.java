package dev.portico.web.shared;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.form;
import static dev.portico.web.shared.TestRequest.json;
import static dev.portico.web.shared.TestRequest.rawForm;
import static dev.portico.web.shared.TestRequest.rawJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.access.RefreshChain;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the log must not hold, even at DEBUG. */
class LogTest {

  private final WebWorld world = new WebWorld();

  private final TestClient client = world.client();
  private final String canary = "canary" + uniqueName();

  @Test
  @DisplayName("LG-1: keepsSecretsOut")
  void keepsSecretsOut() {
    var secrets = new ArrayList<>(List.of(canary));
    try (var log = LogCapture.open()) {
      var name = uniqueName();
      register(name);
      secrets.addAll(signIn(name));
      show(secrets.get(1));
      secrets.addAll(refresh(name));
      administer(name);
      secrets.addAll(showBadTokens(name));
      fail();

      assertThat(log.text())
          .contains("dev.portico.web.shared.EdgeFilter: POST /auth/token 200")
          .contains("org.springframework")
          .doesNotContain(secrets);
    }
  }

  private void register(String name) {
    var good = json("username", name, "email", name + "@example.com", "password", canary);
    client.post("/auth/register", good, "Idempotency-Key", canary).expectStatus(201);
    client.post("/auth/register", good, "Idempotency-Key", canary).expectStatus(201);
    client.post("/users/", good, "Idempotency-Key", canary).expectStatus(400);
    client
        .post("/auth/register", json("password", canary), "Idempotency-Key", canary)
        .expectStatus(422);
    client.post("/auth/register", json("password", List.of(canary))).expectStatus(422);
    client.post("/auth/register", rawJson("{\"password\":\"" + canary)).expectStatus(400);
    client.post("/auth/register", rawJson("{\"password\":" + canary + "}")).expectStatus(400);
    client.post("/auth/register", json("password", canary + "\0")).expectStatus(400);
    client.post("/auth/register", form("password", canary)).expectStatus(415);
    client.post("/auth/register", good, "Idempotency-Key", canary + " x").expectStatus(400);
  }

  /** Every token that was handed out. */
  private List<String> signIn(String name) {
    var good = form("username", name, "password", canary);
    var token = client.post("/auth/token", good).expectStatus(200).text("/access_token");
    var cookie = client.post("/auth/token/cookie", good).expectStatus(200).cookie("access_token");
    client.post("/auth/token", form("username", name, "password", canary + "x")).expectStatus(401);
    client
        .post("/auth/token", form("username", uniqueName(), "password", canary))
        .expectStatus(401);
    client.post("/auth/token", rawForm("password=" + canary + "&password=x")).expectStatus(400);
    client.post("/auth/token", rawForm("password=" + canary + "%zz")).expectStatus(400);
    client.post("/auth/token", json("password", canary)).expectStatus(415);
    client.post("/auth/token", form("grant_type", canary, "password", canary)).expectStatus(400);
    return List.of(token, cookie.orElseThrow());
  }

  private void show(String token) {
    client.get("/users/me", bearer(token)).expectStatus(200);
    client.get("/users/me", "Cookie", "access_token=" + token).expectStatus(200);
    client.get("/protected/cookie", "Cookie", "access_token=" + token).expectStatus(200);
    client.get("/users/me", "Authorization", "Bearer " + token, "Authorization", "Bearer " + token);
    client.get("/users/me", "Cookie", "access_token=" + token + "; access_token=" + token);
    client.get("/users/me?access_token=" + token, bearer(token)).expectStatus(400);
    client.get("/protected/cookie?access_token=" + token).expectStatus(401);
    client.get("/nowhere", bearer(token)).expectStatus(404);
    client.send("PUT", "/users/me", bearer(token)).expectStatus(405);
  }

  private List<String> showBadTokens(String name) {
    var user = world.add(world.someone().named(name + "2").build());
    var expired = world.tokens().expired(user.id());
    var odd = world.tokens().token(user.id(), header -> header.keyID(canary), claims -> claims);
    for (var bad : List.of(expired, odd, canary, canary + ".x.y")) {
      client.get("/users/me", bearer(bad)).expectStatus(401);
      client.get("/protected/cookie", "Cookie", "access_token=" + bad).expectStatus(401);
    }
    return List.of(expired, odd);
  }

  /** Refresh tokens, exchanged and replayed, and what they were exchanged for. */
  private List<String> refresh(String name) {
    var first =
        client.post("/auth/token", form("username", name, "password", canary)).expectStatus(200);
    var spent = first.text("/refresh_token");
    var second = client.post("/auth/token", refreshing(spent)).expectStatus(200);
    world.time().advance(RefreshChain.GRACE);
    client.post("/auth/token", refreshing(spent)).expectStatus(400);
    client.post("/auth/token", refreshing(canary)).expectStatus(400);
    return List.of(
        spent,
        first.text("/access_token"),
        second.text("/refresh_token"),
        second.text("/access_token"));
  }

  private static TestRequest.Content refreshing(String token) {
    return form("grant_type", "refresh_token", "refresh_token", token);
  }

  private void administer(String name) {
    var admin = client.as(world.testAdmin());
    var id = admin.get("/users/?q=" + name).expectStatus(200).text("/items/0/id");
    admin.send(
        TestRequest.of("PATCH", "/users/" + id).with(json("is_active", false, "password", canary)));
    admin.send(TestRequest.of("PATCH", "/users/" + id).with(json("is_active", false)));
    client.post("/auth/token", form("username", name, "password", canary)).expectStatus(400);
    admin.get("/audit").expectStatus(200);
    admin.get("/audit?cursor=" + canary).expectStatus(400);
    admin.post("/payments/", json("amount", "5.00", "currency", "USD"), "Idempotency-Key", canary);
    client.get("/audit", bearer(canary)).expectStatus(401);
  }

  private void fail() {
    client.sendToFail(
        TestRequest.of("POST", "/probe/fails")
            .with(json("password", canary))
            .with(List.of("Authorization", "Bearer " + canary, "Idempotency-Key", canary)));
    client.post("/probe/unavailable", json("password", canary), bearer(canary)).expectStatus(503);
  }

  @Test
  @DisplayName("LG-2: breaksNoLineOfTheLog")
  void breaksNoLineOfTheLog() {
    try (var log = LogCapture.open()) {
      for (var odd :
          List.of("\r\nERROR forged", "\u001b[31m", "\u2028", "\u0085", "\u202e", "\"}")) {
        var text = canary + odd;
        client.get("/" + text).expectStatus(400);
        client.get("/users/" + text).expectStatus(400);
        client.get("/nowhere", "X-Request-Id", text).expectStatus(404);
        client.get("/", "User-Agent", text, "Referer", text, "X-Forwarded-For", text);
        client.post("/auth/token", form("username", text, "password", "x")).expectStatus(401);
        client.post("/auth/register", json("username", text, text, text)).expectStatus(422);
      }

      assertThat(log.events())
          .filteredOn(event -> event.getLoggerName().startsWith("dev.portico"))
          .isNotEmpty()
          .extracting(event -> event.getFormattedMessage() + event.getMDCPropertyMap())
          .noneMatch(line -> line.matches("(?s).*[\\x00-\\x1f\\x7f-\\x9f\u2028\u2029\u202e].*"));
    }
  }
}
