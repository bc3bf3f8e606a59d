package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.PASSWORD;
import static dev.portico.web.shared.TestRequest.form;
import static dev.portico.web.shared.TestRequest.json;
import static dev.portico.web.shared.TestRequest.rawForm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestRequest.Content;
import dev.portico.web.shared.TestResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of the token endpoints (RFC 6749, sections 3.2 and 5.2; RF-9). */
@ApiTest
class FormApiTest {

  private static final List<String> PATHS = List.of("/auth/token", "/auth/token/cookie");

  private final ServiceUnderTest service;

  FormApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  /** Every answer to it, from both endpoints. */
  private Stream<TestResponse> post(Content content) {
    return PATHS.stream().map(path -> service.client().post(path, content));
  }

  private void assertInvalidRequest(Content content, String... pointers) {
    post(content)
        .forEach(refused -> {
          refused.expectStatus(400).expectJson("/error", "invalid_request");
          assertThat(refused.header("Cache-Control")).contains("no-store");
          assertThat(refused.text("/detail")).isEqualTo(refused.text("/error_description"));
          if (pointers.length > 0) {
            refused.expectErrorsAt(pointers);
          }
        });
  }

  @ParameterizedTest
  @DisplayName("RF-9: refusesAParameterThatComesTwice")
  @ValueSource(
      strings = {
        "username=%s&username=%1$s&password=%s",
        "username=%s&password=%s&password=%2$s",
        "username=%s&password=%s&p%%61ssword=x",
        "username=%s&password=%s&grant_type=password&grant_type=password",
        "username=%s&password=%s&scope&scope=",
        "username=%s&password=%s&other=1&other=2"
      })
  void refusesAParameterThatComesTwice(String parameters) {
    var user = service.newUser();

    assertInvalidRequest(
        rawForm(parameters.formatted(user.username().text(), PASSWORD.replace(" ", "+"))));
  }

  @ParameterizedTest
  @DisplayName("IN-1, IN-4: refusesBrokenEscapes")
  @ValueSource(
      strings = {
        "%",
        "%4",
        "%zz",
        "%-1",
        "%%41",
        "%u0041",
        "%00",
        "a%00b",
        "\0",
        "%ff",
        "%c0%80",
        "%ed%a0%80",
        "%e2%82",
        "%f4%90%80%80"
      })
  void refusesBrokenEscapes(String broken) {
    assertInvalidRequest(rawForm("username=alice&password=" + broken));
    assertInvalidRequest(rawForm("username=alice&password=x&" + broken + "=y"));
    assertInvalidRequest(rawForm(broken + "=y&username=alice&password=x"));
  }

  @Test
  @DisplayName("IN-1: refusesBytesThatAreNotUtf8")
  void refusesBytesThatAreNotUtf8() {
    byte[] body = "username=alice&password=x?".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    body[body.length - 1] = (byte) 0xff;

    assertInvalidRequest(new Content("application/x-www-form-urlencoded", body));
  }

  @Test
  @DisplayName("IN-4: knowsNobodyOfAnOddName")
  void knowsNobodyOfAnOddName() {
    for (var odd : List.of("a\u0001b", "a\nb", "\u202ealice", "a\u2028b", "' OR 1=1--", "${x}")) {
      post(form("username", odd, "password", PASSWORD))
          .forEach(
              refused -> refused.expectStatus(401).expectDetail("Incorrect username or password"));
    }
  }

  @Test
  void readsPlusesEscapesAndOtherScripts() {
    var user = service.newUser();

    for (var password :
        List.of(
            "correct+horse+battery", "correct%20horse%20battery", "%63orrect+horse%20battery&")) {
      post(rawForm("&username=" + user.username().text() + "&password=" + password))
          .forEach(signedIn -> signedIn.expectStatus(200));
    }
  }

  @Test
  @DisplayName("RF-9: refusesJson")
  void refusesJson() {
    var user = service.newUser();

    post(json("username", user.username().text(), "password", PASSWORD))
        .forEach(refused -> refused.expectStatus(415).expectJson("/error", "invalid_request"));
  }

  @Test
  @DisplayName("RF-9: answersToPostOnly")
  void answersToPostOnly() {
    var user = service.newUser();
    var query = "?username=" + user.username().text() + "&password=correct+horse+battery";

    for (var path : PATHS) {
      service
          .client()
          .get(path + query)
          .expectStatus(405)
          .expectHeader("Allow", "OPTIONS, POST")
          .expectJson("/error", "invalid_request");
    }
  }

  @Test
  @DisplayName("RF-9: readsNothingFromTheQuery")
  void readsNothingFromTheQuery() {
    var user = service.newUser();
    var query = "?username=" + user.username().text() + "&password=correct+horse+battery";

    for (var path : PATHS) {
      service
          .client()
          .post(path + query, rawForm(""))
          .expectStatus(400)
          .expectErrorsAt("/username", "/password");
      service
          .client()
          .post(
              path + "?password=x", form("username", user.username().text(), "password", PASSWORD))
          .expectStatus(200);
    }
  }

  @Test
  void namesEveryParameterThatIsMissing() {
    assertInvalidRequest(rawForm(""), "/username", "/password");
    assertInvalidRequest(form("username", "alice"), "/password");
    assertInvalidRequest(form("password", "x"), "/username");
    // Without a value is as good as missing (RFC 6749, section 3.2).
    assertInvalidRequest(rawForm("username&password="), "/username", "/password");
    assertInvalidRequest(rawForm("username=&password=x"), "/username");
  }

  @Test
  void knowsNoOtherGrantTypes() {
    for (var other :
        List.of("client_credentials", "Refresh_token", "Password", "password ", "\u202e")) {
      post(form("grant_type", other, "username", "alice", "password", "x"))
          .forEach(
              refused -> refused.expectStatus(400).expectJson("/error", "unsupported_grant_type"));
    }
  }

  @Test
  void takesAnEmptyGrantTypeAsNone() {
    var user = service.newUser();

    post(form("grant_type", "", "username", user.username().text(), "password", PASSWORD))
        .forEach(signedIn -> signedIn.expectStatus(200));
  }

  @Test
  @DisplayName("RF-9: ignoresWhatItDidNotAskFor")
  void ignoresWhatItDidNotAskFor() {
    var user = service.newUser();

    post(form(
            "username",
            user.username().text(),
            "password",
            PASSWORD,
            "scope",
            "account ".repeat(12_500),
            "client_id",
            "x",
            "is_admin",
            "true"))
        .forEach(signedIn -> signedIn.expectStatus(200));
  }

  private TestResponse refresh(String token, String scope) {
    return service
        .client()
        .post(
            "/auth/token",
            form("grant_type", "refresh_token", "refresh_token", token, "scope", scope));
  }

  @Test
  @DisplayName("RF-9: grantsNoWiderScopeThanBefore")
  void grantsNoWiderScopeThanBefore() {
    var user = service.newUser();
    var token =
        service
            .client()
            .post("/auth/token", form("username", user.username().text(), "password", PASSWORD))
            .text("/refresh_token");

    for (var wider :
        List.of("admin", "account admin", "ACCOUNT", "accounts", "\u00e9", "x".repeat(100_000))) {
      refresh(token, wider).expectStatus(400).expectJson("/error", "invalid_scope");
    }
    var next = refresh(token, "account").expectStatus(200).expectHeader("Pragma", "no-cache");
    refresh(next.text("/refresh_token"), "account ".repeat(12_500)).expectStatus(200);
  }

  @Test
  void wordsEveryRefusalForOauthClients() {
    var inactive = service.add(service.someone().inactive().build());

    post(form("username", "nobody-of-this-name", "password", "x"))
        .forEach(refused -> refused.expectStatus(401).expectJson("/error", "invalid_grant"));
    post(form("username", inactive.username().text(), "password", PASSWORD))
        .forEach(refused -> refused.expectStatus(400).expectJson("/error", "invalid_grant"));
    for (var path : PATHS) {
      service
          .client()
          .post(path, form("username", "alice", "password", "x"), "Accept", "text/html")
          .expectStatus(406)
          .expectJson("/error", "invalid_request");
    }
  }
}
