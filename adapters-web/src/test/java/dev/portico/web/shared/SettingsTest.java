package dev.portico.web.shared;

import static dev.portico.web.shared.ServiceUnderTest.PASSWORD;
import static dev.portico.web.shared.TestRequest.form;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from where clients reach the service. */
class SettingsTest {

  private static final WebWorld SECURE = new WebWorld("https://portico.example");
  private static final WebWorld PLAIN = new WebWorld("http://portico.example:8000");

  @Test
  @DisplayName("HT-1: insistsOnHttpsWhereItIsReachedByIt")
  void insistsOnHttpsWhereItIsReachedByIt() {
    for (var path :
        new String[] {
          "/", "/nowhere", "/users/me", "/docs", "/a//b", "/probe/unguarded", "/probe/unavailable"
        }) {
      SECURE
          .client()
          .get(path)
          .expectHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
      assertThat(PLAIN.client().get(path, "X-Forwarded-Proto", "https").headers())
          .doesNotContainKey("strict-transport-security");
    }
    assertThat(
            SECURE
                .client()
                .sendToFail(TestRequest.of("GET", "/probe/fails"))
                .header("Strict-Transport-Security"))
        .isPresent();
  }

  @Test
  @DisplayName("CK-1: keepsTheCookieToHttpsWhereItCan")
  void keepsTheCookieToHttpsWhereItCan() {
    assertThat(cookieOf(SECURE)).contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/");
    assertThat(cookieOf(PLAIN)).doesNotContain("Secure").contains("; HttpOnly");
  }

  @Test
  @DisplayName("CK-1: clearsWhatPagesHaveStoredWhereBrowsersListen")
  void clearsWhatPagesHaveStoredWhereBrowsersListen() {
    assertThat(signOut(SECURE, "Cookie", "access_token=x").header("Clear-Site-Data"))
        .contains("\"storage\"");
    assertThat(signOut(PLAIN, "Cookie", "access_token=x").header("Clear-Site-Data")).isEmpty();
    assertThat(
            signOut(SECURE, ServiceUnderTest.bearer(SECURE.newToken())).header("Clear-Site-Data"))
        .isEmpty();
    assertThat(signOut(SECURE, "Cookie", "refresh_token=x").headers().get("set-cookie"))
        .hasSize(2)
        .allMatch(it -> it.contains("; Secure; HttpOnly; "));
  }

  private static TestResponse signOut(WebWorld world, String... credentials) {
    return world
        .client()
        .with("Sec-Fetch-Site", "same-origin")
        .send("POST", "/auth/logout", credentials)
        .expectStatus(204);
  }

  private static String cookieOf(WebWorld world) {
    var user = world.add(world.someone().build());
    var cookie =
        world
            .client()
            .post(
                "/auth/token/cookie",
                form("username", user.username().text(), "password", PASSWORD))
            .expectStatus(200)
            .header("Set-Cookie")
            .orElseThrow();
    assertThat(cookie.length()).isLessThan(4096);
    return cookie;
  }

  @Test
  @DisplayName("HT-6: takesItsAddressFromTheSettingsAlone")
  void takesItsAddressFromTheSettingsAlone() {
    var refused = SECURE.client().get("/nowhere", "Host", "evil.example");

    assertThat(refused.text("/type")).isEqualTo("https://portico.example/docs/problems#not-found");
  }

  @ParameterizedTest
  @DisplayName("CK-3: knowsItsOriginAsBrowsersSpellIt")
  @CsvSource({
    "https://portico.example, https://portico.example",
    "https://portico.example:443, https://portico.example",
    "http://portico.example:80, http://portico.example",
    "http://portico.example:8000, http://portico.example:8000",
    "https://portico.example:80, https://portico.example:80",
    "https://Portico.Example, https://portico.example",
    "https://portico.example/below, https://portico.example",
    "http://[::1]:8000, http://[::1]:8000"
  })
  void knowsItsOriginAsBrowsersSpellIt(String publicUrl, String origin) {
    var world = new WebWorld(publicUrl);
    var signIn = form("username", "nobody", "password", "x");

    world.client().post("/auth/token/cookie", signIn, "Origin", origin).expectStatus(401);
    world.client().post("/auth/token/cookie", signIn, "Origin", origin + "1").expectStatus(403);
  }
}
