package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.PASSWORD;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.form;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestRequest;
import dev.portico.web.shared.TestResponse;
import dev.portico.web.shared.TestUser;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Guessing at passwords. */
@ApiTest
class ThrottleApiTest {

  private static final int ALLOWED = 10;
  private static final String WRONG = "wrong horse battery";

  private final TestUser user;
  private final TestClient anybody;
  private final TestClient owner;

  ThrottleApiTest(ServiceUnderTest service) {
    user = service.testUser();
    anybody = service.client();
    owner = anybody.as(user);
  }

  private TestResponse signIn(String name, String password, String... headers) {
    return anybody.post("/auth/token", form("username", name, "password", password), headers);
  }

  private void useUpAllGuesses(String name) {
    for (int i = 0; i < ALLOWED; i++) {
      signIn(name, WRONG).expectStatus(401);
    }
  }

  private static void assertThrottled(TestResponse answer) {
    answer.expectStatus(429).expectJson("/title", "Too many requests");
    assertThat(Integer.parseInt(answer.header("Retry-After").orElseThrow())).isBetween(1, 15 * 60);
  }

  @Test
  @DisplayName("TH-4: looksAtTenWrongPasswords")
  void looksAtTenWrongPasswords() {
    useUpAllGuesses(user.username());

    assertThrottled(signIn(user.username(), WRONG));
    assertThrottled(signIn(user.username(), PASSWORD));
    assertThrottled(signIn(user.username().toUpperCase(Locale.ROOT), PASSWORD));
    assertThrottled(signIn(user.username() + "@example.com", PASSWORD));
  }

  @Test
  @DisplayName("TH-1: tellsNotWhetherSomebodyIsThrottledOrNobody")
  void tellsNotWhetherSomebodyIsThrottledOrNobody() {
    var nobody = uniqueName();
    useUpAllGuesses(user.username());
    useUpAllGuesses(nobody);

    var known = signIn(user.username(), PASSWORD).expectStatus(429);
    var unknown = signIn(nobody, PASSWORD).expectStatus(429);

    assertThat(without(known, user.username())).isEqualTo(without(unknown, nobody));
    assertThat(known.headers().keySet()).isEqualTo(unknown.headers().keySet());
  }

  private static Map<String, Object> without(TestResponse answer, String name) {
    assertThat(answer.body()).doesNotContain(name);
    return Map.of(
        "type", answer.text("/type"),
        "title", answer.text("/title"),
        "detail", answer.text("/detail"));
  }

  @Test
  @DisplayName("TH-6: countsForEveryDoor")
  void countsForEveryDoor() {
    useUpAllGuesses(user.username());

    assertThrottled(
        anybody.post(
            "/auth/token/cookie",
            form("username", user.username(), "password", PASSWORD),
            "Sec-Fetch-Site",
            "same-origin"));
    assertThrottled(owner.send(TestRequest.of("PUT", "/users/me/password").with(passwords())));
    assertThrottled(
        owner.send(
            TestRequest.of("PATCH", "/users/me")
                .with(json("email", uniqueName() + "@example.com", "current_password", PASSWORD))));
    assertThrottled(
        owner.send(TestRequest.of("DELETE", "/users/me").with(json("password", PASSWORD))));
  }

  private static TestRequest.Content passwords() {
    return json("current_password", PASSWORD, "new_password", "another horse battery");
  }

  @Test
  @DisplayName("PW-6, TH-6: countsWhatIsGuessedWhenAPasswordIsChanged")
  void countsWhatIsGuessedWhenAPasswordIsChanged() {
    for (int i = 0; i < ALLOWED; i++) {
      var guess = json("current_password", WRONG, "new_password", "another horse battery");
      owner.send(TestRequest.of("PUT", "/users/me/password").with(guess)).expectStatus(400);
    }

    assertThrottled(owner.send(TestRequest.of("PUT", "/users/me/password").with(passwords())));
    assertThrottled(signIn(user.username(), PASSWORD));
  }

  @Test
  @DisplayName("TH-7: believesNoHeaderThatNamesAnotherClient")
  void believesNoHeaderThatNamesAnotherClient() {
    for (int i = 0; i < ALLOWED; i++) {
      signIn(user.username(), WRONG, "X-Forwarded-For", "198.51.100." + i).expectStatus(401);
    }

    assertThrottled(signIn(user.username(), WRONG, "X-Forwarded-For", "198.51.100.77"));
    assertThrottled(signIn(user.username(), WRONG, "Forwarded", "for=198.51.100.78"));
    assertThrottled(signIn(user.username(), WRONG, "X-Real-IP", "198.51.100.79"));
  }

  @Test
  @DisplayName("TH-8: leavesTheOwnersSessionAlone")
  void leavesTheOwnersSessionAlone() {
    var tokens = signIn(user.username(), PASSWORD).expectStatus(200);
    useUpAllGuesses(user.username());
    assertThrottled(signIn(user.username(), PASSWORD));

    owner.get("/users/me").expectStatus(200);
    anybody
        .post(
            "/auth/token",
            form("grant_type", "refresh_token", "refresh_token", tokens.text("/refresh_token")))
        .expectStatus(200);
  }

  @Test
  void forgetsWrongPasswordsAfterTheRightOne() {
    for (int round = 0; round < 3; round++) {
      for (int i = 1; i < ALLOWED; i++) {
        signIn(user.username(), WRONG).expectStatus(401);
      }
      signIn(user.username(), PASSWORD).expectStatus(200);
    }
  }
}
