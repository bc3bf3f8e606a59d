package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.PASSWORD;
import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.ServiceUnderTest.expectAmbiguous;
import static dev.portico.web.shared.TestRequest.form;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.access.RefreshChain;
import dev.portico.domain.users.User;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestResponse;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser's session: two cookies, exchanged together and cleared together. */
@ApiTest
class CookieSessionApiTest {

  private static final String REFRESH = "/auth/token/cookie/refresh";

  private final ServiceUnderTest service;
  private final TestClient page;
  private final User user;

  CookieSessionApiTest(ServiceUnderTest service) {
    this.service = service;
    page = service.client().with("Sec-Fetch-Site", "same-origin");
    user = service.newUser();
  }

  private TestResponse signIn(String... headers) {
    return page.post(
            "/auth/token/cookie",
            form("username", user.username().text(), "password", PASSWORD),
            headers)
        .expectStatus(200);
  }

  private static String[] cookies(TestResponse signedIn) {
    return cookies("access_token=" + access(signedIn), "refresh_token=" + refresh(signedIn));
  }

  private static String[] cookies(String... pairs) {
    return new String[] {"Cookie", String.join("; ", pairs)};
  }

  private static String access(TestResponse signedIn) {
    return signedIn.cookie("access_token").orElseThrow();
  }

  private static String refresh(TestResponse signedIn) {
    return signedIn.cookie("refresh_token").orElseThrow();
  }

  private TestResponse exchange(String token) {
    return page.send("POST", REFRESH, cookies("refresh_token=" + token));
  }

  private static void assertCleared(TestResponse answer) {
    assertThat(answer.headers().get("set-cookie"))
        .hasSize(2)
        .anyMatch(it -> it.startsWith("access_token=; Path=/; Max-Age=0;"))
        .anyMatch(it -> it.startsWith("refresh_token=; Path=/auth; Max-Age=0;"));
  }

  private void assertOver(TestResponse signedIn) {
    service.client().get("/users/me", bearer(access(signedIn))).expectStatus(401);
    exchange(refresh(signedIn)).expectStatus(400).expectJson("/error", "invalid_grant");
  }

  private void assertAlive(TestResponse signedIn) {
    service.client().get("/users/me", bearer(access(signedIn))).expectStatus(200);
  }

  @Test
  @DisplayName("CK-1: keepsTheRefreshTokenFromScriptsAndOtherRoutes")
  void keepsTheRefreshTokenFromScriptsAndOtherRoutes() {
    var signedIn = signIn();

    assertThat(signedIn.headers().get("set-cookie"))
        .hasSize(2)
        .anyMatch(it ->
            it.startsWith("refresh_token=prt_")
                && it.contains("; HttpOnly")
                && it.contains("; SameSite=Strict")
                && it.contains("; Path=/auth;")
                && it.contains("; Max-Age=1209600;")
                && !it.contains("Domain"));
    assertThat(signedIn.json().propertyNames()).containsExactly("expires_in");
    assertThat(signedIn.header("Cache-Control")).contains("no-store");
  }

  @Test
  void exchangesBothCookies() {
    var browser = page.browser();
    var first =
        browser.post(
            "/auth/token/cookie", form("username", user.username().text(), "password", PASSWORD));

    var second = browser.send("POST", REFRESH).expectStatus(200);

    assertThat(refresh(second)).isNotEqualTo(refresh(first));
    assertThat(access(second)).isNotEqualTo(access(first));
    browser.get("/protected/cookie").expectStatus(200);
    browser.send("POST", REFRESH).expectStatus(200);
  }

  @Test
  void givesTwoTabsTheSameSuccessor() {
    var signedIn = signIn();

    var one = exchange(refresh(signedIn)).expectStatus(200);
    var two = exchange(refresh(signedIn)).expectStatus(200);

    assertThat(refresh(two)).isEqualTo(refresh(one));
    assertAlive(one);
    assertAlive(two);
  }

  // RF-1
  @Test
  void endsWithAReplayAndClearsTheCookies() {
    var signedIn = signIn();
    var next = exchange(refresh(signedIn)).expectStatus(200);
    service.time().advance(RefreshChain.GRACE);

    assertCleared(
        exchange(refresh(signedIn)).expectStatus(400).expectJson("/error", "invalid_grant"));

    assertOver(next);
  }

  @Test
  @DisplayName("RF-8: exchangesNothingButARefreshToken")
  void exchangesNothingButARefreshToken() {
    var signedIn = signIn();

    for (var other : List.of(access(signedIn), "x", refresh(signedIn) + "x")) {
      assertCleared(exchange(other).expectStatus(400).expectJson("/error", "invalid_grant"));
    }
    page.send("POST", REFRESH, cookies("access_token=" + access(signedIn))).expectStatus(401);
    page.send("POST", REFRESH, cookies("access_token=" + refresh(signedIn))).expectStatus(401);
    page.send("POST", REFRESH, bearer(refresh(signedIn))).expectStatus(401);
    page.get("/protected/cookie", cookies("access_token=" + refresh(signedIn))).expectStatus(401);
    page.get("/users/me", bearer(refresh(signedIn))).expectStatus(401);
    assertAlive(signedIn);
  }

  @Test
  @DisplayName("CK-4: exchangesNoneOfTwo")
  void exchangesNoneOfTwo() {
    var token = refresh(signIn());

    expectAmbiguous(
        page.send("POST", REFRESH, cookies("refresh_token=" + token, "refresh_token=x")));

    exchange(token).expectStatus(200);
  }

  @ParameterizedTest
  @DisplayName("CK-3: changesNothingForAnotherSite")
  @ValueSource(
      strings = {
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Origin: null",
        "Origin: https://foreign.example",
        "Authorization: Basic eDp5",
        "X-Requested-With: XMLHttpRequest"
      })
  void changesNothingForAnotherSite(String header) {
    var signedIn = signIn();
    var foreign = service.client().with(header.split(": ", 2));

    for (var path : List.of(REFRESH, "/auth/logout")) {
      var refused = foreign.send("POST", path, cookies(signedIn)).expectStatus(403);
      assertThat(refused.headers()).doesNotContainKey("set-cookie");
    }

    assertAlive(signedIn);
    service.time().advance(RefreshChain.GRACE);
    exchange(refresh(signedIn)).expectStatus(200);
  }

  @Test
  @DisplayName("CK-2: endsTheSessionThatIsShownAtTheSignIn")
  void endsTheSessionThatIsShownAtTheSignIn() {
    var attackers = signIn();

    var own = signIn(cookies(attackers));

    assertThat(refresh(own)).isNotEqualTo(refresh(attackers));
    assertOver(attackers);
    assertAlive(own);
  }

  @Test
  @DisplayName("CK-2: endsItByEitherCookie")
  void endsItByEitherCookie() {
    var one = signIn();
    var two = signIn();

    signIn(cookies("access_token=" + access(one)));
    signIn(cookies("refresh_token=" + refresh(two), "access_token=x"));

    assertOver(one);
    assertOver(two);
  }

  @Test
  void endsNothingWhereTheSignInFails() {
    var signedIn = signIn();

    page.post(
            "/auth/token/cookie",
            form("username", user.username().text(), "password", "wrong"),
            cookies(signedIn))
        .expectStatus(401);

    assertAlive(signedIn);
  }

  @Test
  @DisplayName("CK-1: signsOutByCookie")
  void signsOutByCookie() {
    var signedIn = signIn();

    assertCleared(page.send("POST", "/auth/logout", cookies(signedIn)).expectStatus(204));

    assertOver(signedIn);
  }

  @Test
  void signsOutByTheRefreshCookieAlone() {
    var signedIn = signIn();
    var expired = service.tokens().expired(user.id());

    assertCleared(
        page.send(
                "POST",
                "/auth/logout",
                cookies("access_token=" + expired, "refresh_token=" + refresh(signedIn)))
            .expectStatus(204));

    assertOver(signedIn);
  }

  @Test
  void clearsCookiesThatAreNoGoodAnyMore() {
    assertCleared(
        page.send("POST", "/auth/logout", cookies("access_token=x", "refresh_token=y"))
            .expectStatus(204));
  }

  @Test
  void signsOutOfEverySessionThatIsShown() {
    var one = signIn();
    var two = signIn();
    var three = signIn();

    page.send(
            "POST",
            "/auth/logout",
            "Authorization",
            "Bearer " + access(one),
            "Cookie",
            "access_token=" + access(two) + "; refresh_token=" + refresh(three))
        .expectStatus(204);

    assertOver(one);
    assertOver(two);
    assertOver(three);
  }

  @Test
  void asksWhoSignsOutByBearerForAGoodOne() {
    var signedIn = signIn();
    var expired = service.tokens().expired(user.id());

    page.send(
            "POST",
            "/auth/logout",
            "Authorization",
            "Bearer " + expired,
            "Cookie",
            "refresh_token=" + refresh(signedIn))
        .expectStatus(401);

    assertAlive(signedIn);
  }
}
