package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.PASSWORD;
import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.form;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.access.RefreshChain;
import dev.portico.domain.notifications.Mail;
import dev.portico.domain.users.User;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestResponse;
import org.junit.jupiter.api.Test;

/** Sessions from outside: exchanged tokens, and the end. */
@ApiTest
class SessionApiTest {

  private final ServiceUnderTest service;
  private final User user;

  SessionApiTest(ServiceUnderTest service) {
    this.service = service;
    user = service.newUser();
  }

  private TestResponse signIn() {
    return service
        .client()
        .post("/auth/token", form("username", user.username().text(), "password", PASSWORD))
        .expectStatus(200);
  }

  private TestResponse refresh(String token) {
    return service
        .client()
        .post("/auth/token", form("grant_type", "refresh_token", "refresh_token", token));
  }

  private void assertRefused(TestResponse response) {
    response.expectStatus(400).expectJson("/error", "invalid_grant");
  }

  @Test
  void exchangesARefreshToken() {
    var first = signIn();

    var second = refresh(first.text("/refresh_token")).expectStatus(200);

    assertThat(second.text("/refresh_token")).isNotEqualTo(first.text("/refresh_token"));
    service.client().get("/users/me", bearer(second.text("/access_token"))).expectStatus(200);
    service.client().get("/users/me", bearer(first.text("/access_token"))).expectStatus(200);
  }

  // RF-1
  @Test
  void endsTheSessionOfAReplayedToken() {
    var first = signIn();
    var second = refresh(first.text("/refresh_token")).expectStatus(200);
    service.time().advance(RefreshChain.GRACE);

    assertRefused(refresh(first.text("/refresh_token")));

    assertRefused(refresh(second.text("/refresh_token")));
    service.client().get("/users/me", bearer(second.text("/access_token"))).expectStatus(401);
  }

  // RF-1
  @Test
  void tellsTheOwnerOfAReplayedToken() {
    var mails = new CodeMails(service);
    var first = signIn();
    var _ = refresh(first.text("/refresh_token")).expectStatus(200);
    service.time().advance(RefreshChain.GRACE);

    assertRefused(refresh(first.text("/refresh_token")));
    assertRefused(refresh(first.text("/refresh_token")));

    assertThat(mails.to(user.email().text()))
        .extracting(Mail::subject)
        .containsExactly("We ended a session of yours");
  }

  @Test
  void refusesWhatIsNoRefreshToken() {
    assertRefused(refresh("x"));
    assertRefused(refresh(signIn().text("/access_token")));
  }

  // TH-8
  @Test
  void goesOnWhileOthersGuessThePassword() {
    var tokens = signIn();
    for (int i = 0; i < 20; i++) {
      var guess =
          service
              .client()
              .post("/auth/token", form("username", user.username().text(), "password", "no" + i));
      assertThat(guess.status()).isIn(401, 429);
    }

    var next = refresh(tokens.text("/refresh_token")).expectStatus(200);

    service.client().get("/users/me", bearer(next.text("/access_token"))).expectStatus(200);
  }

  // RF-7
  @Test
  void endsWithTheSignOut() {
    var tokens = signIn();
    var other = signIn();

    service
        .client()
        .send("POST", "/auth/logout", bearer(tokens.text("/access_token")))
        .expectStatus(204);

    service.client().get("/users/me", bearer(tokens.text("/access_token"))).expectStatus(401);
    assertRefused(refresh(tokens.text("/refresh_token")));
    service.client().get("/users/me", bearer(other.text("/access_token"))).expectStatus(200);
  }
}
