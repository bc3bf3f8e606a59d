package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.PASSWORD;
import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.form;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.notifications.Mail;
import dev.portico.domain.users.User;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestRequest;
import dev.portico.web.shared.TestRequest.Content;
import dev.portico.web.shared.TestResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** One's own account: profile, address, and the end of it. */
@ApiTest
class OwnAccountApiTest {

  private final ServiceUnderTest service;
  private final CodeMails mails;
  private final User user;
  private final TestClient client;

  OwnAccountApiTest(ServiceUnderTest service) {
    this.service = service;
    mails = new CodeMails(service);
    user = service.add(service.someone().withFullName("Alice").build());
    client = service.client().with(bearer(service.tokenOf(user)));
  }

  private TestResponse patch(Content content) {
    return client.send(TestRequest.of("PATCH", "/users/me").with(content));
  }

  private TestResponse close(Content content) {
    return client.send(TestRequest.of("DELETE", "/users/me").with(content));
  }

  private TestResponse verify(String code) {
    return service.client().post("/auth/email/verify", json("token", code));
  }

  private TestResponse me() {
    return client.get("/users/me").expectStatus(200);
  }

  @Test
  void showsTheWholeRecord() {
    var shown = me().expectJson("/email_verified", false).expectJson("/full_name", "Alice");

    assertThat(shown.json().at("/roles").size()).isZero();
    assertThat(shown.json().propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "username",
            "email",
            "email_verified",
            "full_name",
            "is_active",
            "roles",
            "created_at");
  }

  @Test
  void changesTheFullName() {
    patch(json("full_name", "Alice Wonder")).expectStatus(204);
    me().expectJson("/full_name", "Alice Wonder");

    patch(json()).expectStatus(204);
    me().expectJson("/full_name", "Alice Wonder");

    patch(TestRequest.rawJson("{\"full_name\":null}")).expectStatus(204);
    me().expectJson("/full_name", null);
  }

  // AZ-3
  @Test
  void refusesWhatIsNotOnesOwnToChange() {
    patch(json("username", "x", "roles", "admin"))
        .expectStatus(422)
        .expectErrorsAt("/roles", "/username");
  }

  @Test
  void changesTheAddressOnceItIsVerified() {
    var wanted = uniqueName() + "@example.com";

    patch(json("email", wanted, "current_password", PASSWORD)).expectStatus(204);

    me().expectJson("/email", user.email().text());
    verify(mails.codeTo(wanted)).expectStatus(204);
    me().expectJson("/email", wanted).expectJson("/email_verified", true);
    assertThat(mails.to(user.email().text()))
        .extracting(Mail::subject)
        .containsExactly("Your address was changed");
    assertThat(service.knows(user.email().text())).isFalse();
  }

  // AZ-5
  @Test
  void changesNoAddressWithoutThePassword() {
    var wanted = uniqueName() + "@example.com";

    var refused =
        patch(json("email", wanted))
            .expectStatus(403)
            .expectDetail("Another address needs current_password as well");
    assertThat(refused.text("/type")).endsWith("#password-needed");
    patch(json("email", wanted, "current_password", "wrong horse battery"))
        .expectStatus(400)
        .expectDetail("The current password is wrong");

    assertThat(mails.to(wanted)).isEmpty();
  }

  // TH-3
  @Test
  void tellsNobodyThatAnAddressIsHeld() {
    var held = service.newUser().email().text();

    patch(json("email", held, "current_password", PASSWORD)).expectStatus(204);

    assertThat(mails.to(held)).isEmpty();
    me().expectJson("/email", user.email().text());
  }

  // EM-2
  @Test
  void givesNobodyAnAddressThatWasTakenMeanwhile() {
    var wanted = uniqueName() + "@example.com";
    patch(json("email", wanted, "current_password", PASSWORD)).expectStatus(204);
    var code = mails.codeTo(wanted);
    service.add(service.someone().withEmail(wanted).build());

    verify(code).expectStatus(400);

    me().expectJson("/email", user.email().text());
  }

  // EM-2
  @Test
  void verifiesTheAddressByTheMailOfWelcomeOnce() {
    var name = uniqueName();
    var address = name + "@example.com";
    service
        .client()
        .post("/auth/register", json("username", name, "email", address, "password", PASSWORD))
        .expectStatus(201);
    var code = mails.codeTo(address);

    verify(code).expectStatus(204);
    verify(code).expectStatus(400);
  }

  // RF-8
  @Test
  void verifiesByTheCodeOfTheRightUserOnly() {
    client.send("POST", "/auth/email/verify/request").expectStatus(202);
    var code = mails.codeTo(user.email().text());
    var other = service.testUser();

    // Whoever signs in with another account and shows it verifies its own user's address.
    service.client().as(other).post("/auth/email/verify", json("token", code)).expectStatus(204);

    me().expectJson("/email_verified", true);
    service.client().as(other).get("/users/me").expectJson("/email_verified", false);
    client.send("POST", "/auth/email/verify/request").expectStatus(202);
    assertThat(mails.to(user.email().text())).hasSize(1);
  }

  @Test
  void closesTheAccountForGood() {
    close(json("password", "wrong horse battery"))
        .expectStatus(400)
        .expectDetail("The current password is wrong");
    me();

    var closed = close(json("password", PASSWORD)).expectStatus(204);

    assertThat(closed.headers().get("set-cookie")).hasSize(2).allMatch(it -> it.contains("=; "));
    client.get("/users/me").expectStatus(401);
    service.client().get("/users/" + user.id()).expectStatus(404);
    assertThat(service.knows(user.username().text())).isFalse();
    assertThat(mails.to(user.email().text()))
        .extracting(Mail::subject)
        .containsExactly("Your account was closed");
    service.add(service.someone().named(user.username().text()).build());
  }

  // RF-7
  @Test
  void endsEverySessionOfAnAccountThatIsClosed() {
    var other = service.tokenOf(user);
    var refresh =
        service
            .client()
            .post("/auth/token", form("username", user.username().text(), "password", PASSWORD))
            .text("/refresh_token");

    close(json("password", PASSWORD)).expectStatus(204);

    service.client().get("/users/me", bearer(other)).expectStatus(401);
    service
        .client()
        .post("/auth/token", form("grant_type", "refresh_token", "refresh_token", refresh))
        .expectStatus(400);
    service
        .client()
        .post("/auth/token", form("username", user.username().text(), "password", PASSWORD))
        .expectStatus(401);
  }

  // RF-8
  @Test
  void voidsTheCodesOfAnAccountThatIsClosed() {
    client.send("POST", "/auth/email/verify/request").expectStatus(202);
    var code = mails.codeTo(user.email().text());

    close(json("password", PASSWORD)).expectStatus(204);

    verify(code).expectStatus(400);
  }

  @Test
  void closesNoAccountWithoutAPassword() {
    client.send("DELETE", "/users/me").expectStatus(422).expectErrorsAt("/password");
    close(json()).expectStatus(422).expectErrorsAt("/password");
    close(new Content("text/plain", PASSWORD.getBytes(StandardCharsets.UTF_8))).expectStatus(415);

    me();
  }
}
