package dev.portico.web;

import static dev.portico.testkit.Race.race;
import static dev.portico.web.shared.ServiceUnderTest.PASSWORD;
import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.form;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.access.port.OneTimeCodes;
import dev.portico.application.shared.port.SecretGenerator;
import dev.portico.domain.access.OneTimeCode;
import dev.portico.domain.notifications.Mail;
import dev.portico.domain.users.User;
import dev.portico.testkit.Isolation;
import dev.portico.testkit.Rung;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestRequest;
import dev.portico.web.shared.TestResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Another password, by the present one or by a code from a mail. */
@ApiTest
class PasswordCodesApiTest {

  private static final String NEXT = "another horse battery";
  private static final String REFUSED = "The code is unknown, used, or its time is over";

  private final ServiceUnderTest service;
  private final TestClient client;
  private final CodeMails mails;
  private final User user;

  PasswordCodesApiTest(ServiceUnderTest service) {
    this.service = service;
    client = service.client();
    mails = new CodeMails(service);
    user = service.newUser();
  }

  private TestResponse signIn(String password) {
    return client.post(
        "/auth/token", form("username", user.username().text(), "password", password));
  }

  private String forgotten() {
    client
        .post("/auth/password/forgot", json("email", user.email().text()))
        .expectStatus(202)
        .expectJson("/status", "requested");
    return mails.codeTo(user.email().text());
  }

  private TestResponse reset(String code, String password) {
    return client.post("/auth/password/reset", json("token", code, "new_password", password));
  }

  private TestResponse verify(String code) {
    return client.post("/auth/email/verify", json("token", code));
  }

  private TestResponse change(String token, String current, String next) {
    return client.send(
        TestRequest.of("PUT", "/users/me/password")
            .with(json("current_password", current, "new_password", next))
            .with(List.of(bearer(token))));
  }

  @Test
  void choosesAnotherPasswordAndEndsEverySession() {
    var before = signIn(PASSWORD).expectStatus(200);

    reset(forgotten(), NEXT).expectStatus(204);

    signIn(PASSWORD).expectStatus(401);
    signIn(NEXT).expectStatus(200);
    client.get("/users/me", bearer(before.text("/access_token"))).expectStatus(401);
    client
        .post(
            "/auth/token",
            form("grant_type", "refresh_token", "refresh_token", before.text("/refresh_token")))
        .expectStatus(400);
    assertThat(mails.to(user.email().text()))
        .extracting(Mail::subject)
        .containsExactly("Choose another password for Portico", "Your password was changed");
  }

  // EM-3
  @Test
  void sendsAnAddressNoMoreThanFiveMailsAnHour() {
    for (int i = 0; i < 20; i++) {
      client
          .post("/auth/password/forgot", json("email", user.email().text()))
          .expectStatus(202)
          .expectJson("/status", "requested");
    }
    assertThat(mails.to(user.email().text())).hasSize(5);

    service.time().advance(OneTimeCodes.WINDOW);

    var _ = forgotten();
    assertThat(mails.to(user.email().text())).hasSize(6);
  }

  // PW-6: a sign-in is slow, and a password can be replaced while it is being checked
  @Test
  @Isolation(Rung.CLONE)
  void letsNobodyInByAPasswordThatIsReplacedMeanwhile() {
    var code = forgotten();
    // What a session is made of, when the password is checked already.
    var gate = service.ports().gate(SecretGenerator.class, "next");
    var late =
        client
            .async()
            .post("/auth/token", form("username", user.username().text(), "password", PASSWORD));
    gate.awaitArrivals(1);

    reset(code, NEXT).expectStatus(204);
    gate.open();

    late.join().expectStatus(401);
    signIn(NEXT).expectStatus(200);
  }

  // TH-3
  @Test
  void saysTheSameOfAnAddressThatNobodyHas() {
    var nobody = uniqueName() + "@example.com";
    var known = client.post("/auth/password/forgot", json("email", user.email().text()));

    var unknown = client.post("/auth/password/forgot", json("email", nobody)).expectStatus(202);

    assertThat(unknown.body()).isEqualTo(known.body());
    assertThat(mails.to(nobody)).isEmpty();
  }

  @Test
  void leavesTheCodeGoodWhereThePasswordIsRefused() {
    var code = forgotten();

    for (var bad : List.of("short", "password1", user.username().text() + "1!")) {
      reset(code, bad).expectStatus(422).expectErrorsAt("/new_password");
    }
    reset(code, NEXT).expectStatus(204);
  }

  // EM-2
  @Test
  void takesACodeOnce() {
    var code = forgotten();
    reset(code, NEXT).expectStatus(204);

    reset(code, "a third horse battery").expectStatus(400).expectDetail(REFUSED);

    signIn(NEXT).expectStatus(200);
  }

  // EM-2
  @Test
  void takesACodeWithinItsLifetimeOnly() {
    var late = forgotten();
    service.time().advance(OneTimeCode.LIFETIME);
    reset(late, NEXT).expectStatus(400).expectDetail(REFUSED);

    var inTime = forgotten();
    service.time().advance(OneTimeCode.LIFETIME.minus(Duration.ofSeconds(1)));
    reset(inTime, NEXT).expectStatus(204);
  }

  // EM-2, RF-8
  @Test
  @Isolation(Rung.CLONE)
  void takesOneOfManyUsesAtOnce() {
    var code = forgotten();

    var statuses = race(20).run(i -> reset(code, NEXT + i).status());

    assertThat(Collections.frequency(statuses, 204)).isEqualTo(1);
    assertThat(Collections.frequency(statuses, 400)).isEqualTo(19);
  }

  // EM-2: a scanner follows the links in a mail
  @Test
  void consumesNothingByGet() {
    var code = forgotten();

    client.get("/auth/password/reset?token=" + code).expectStatus(405);
    client.get("/auth/email/verify?token=" + code).expectStatus(405);
    client.get("/reset-password").expectStatus(200);

    reset(code, NEXT).expectStatus(204);
  }

  // EM-2
  @Test
  void takesTheLastCodeOnly() {
    var first = forgotten();
    var second = forgotten();

    reset(first, NEXT).expectStatus(400).expectDetail(REFUSED);
    reset(second, NEXT).expectStatus(204);
  }

  // RF-8
  @Test
  void takesACodeForItsPurposeOnly() {
    var tokens = signIn(PASSWORD).expectStatus(200);
    var resetCode = forgotten();
    var access = bearer(tokens.text("/access_token"));
    client.send("POST", "/auth/email/verify/request", access).expectStatus(202);
    var verifyCode = mails.codeTo(user.email().text());

    verify(resetCode).expectStatus(400).expectDetail(REFUSED);
    reset(verifyCode, NEXT).expectStatus(400).expectDetail(REFUSED);
    for (var code : List.of(resetCode, verifyCode)) {
      client
          .post("/auth/token", form("grant_type", "refresh_token", "refresh_token", code))
          .expectStatus(400);
      client.get("/users/me", bearer(code)).expectStatus(401);
    }
    for (var other : List.of("x", tokens.text("/refresh_token"), tokens.text("/access_token"))) {
      reset(other, NEXT).expectStatus(400).expectDetail(REFUSED);
      verify(other).expectStatus(400).expectDetail(REFUSED);
    }

    verify(verifyCode).expectStatus(204);
    reset(resetCode, NEXT).expectStatus(204);
  }

  // PW-6
  @Test
  void changesNothingWithoutTheCurrentPassword() {
    var token = service.tokenOf(user);

    change(token, "wrong horse battery", NEXT)
        .expectStatus(400)
        .expectDetail("The current password is wrong");
    client
        .send(
            TestRequest.of("PUT", "/users/me/password")
                .with(json("new_password", NEXT))
                .with(List.of(bearer(token))))
        .expectStatus(422)
        .expectErrorsAt("/current_password");
    change(token, PASSWORD, user.username().text() + "1!")
        .expectStatus(422)
        .expectErrorsAt("/new_password");

    signIn(PASSWORD).expectStatus(200);
    assertThat(mails.to(user.email().text())).isEmpty();
  }

  // PW-6
  @Test
  void changesThePasswordAndEndsTheOtherSessions() {
    var other = signIn(PASSWORD);
    var code = forgotten();
    var own = service.tokenOf(user);
    client.get("/users/me", bearer(other.text("/access_token"))).expectStatus(200);

    change(own, PASSWORD, NEXT).expectStatus(204);

    client.get("/users/me", bearer(own)).expectStatus(200);
    client.get("/users/me", bearer(other.text("/access_token"))).expectStatus(401);
    client
        .post(
            "/auth/token",
            form("grant_type", "refresh_token", "refresh_token", other.text("/refresh_token")))
        .expectStatus(400);
    signIn(PASSWORD).expectStatus(401);
    signIn(NEXT).expectStatus(200);
    reset(code, "a third horse battery").expectStatus(400);
    assertThat(mails.to(user.email().text()))
        .extracting(Mail::subject)
        .containsOnlyOnce("Your password was changed");
  }
}
