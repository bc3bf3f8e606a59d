package dev.portico.bootstrap;

import static dev.portico.bootstrap.RawSocket.assertRefused;
import static dev.portico.bootstrap.RawSocket.get;
import static dev.portico.bootstrap.RawSocket.request;
import static dev.portico.bootstrap.RawSocket.send;
import static dev.portico.bootstrap.RawSocket.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Request lines and methods that no well-behaved client would send. */
class RawHttpTest {

  @ParameterizedTest(name = "AZ-6 {0}")
  @ValueSource(
      strings = {
        "/users/me;x",
        "/users/me;x=y",
        "//users/me",
        "/users//me",
        "/USERS/ME",
        "/users/me/",
        "/users/%6de",
        "/x/%2e%2e/users/me",
        "/x/../users/me",
        "/users%2fme",
        "/users/me%00",
        "/users/me%0a",
        "/users/me%u2028",
        "/users\\me",
        "/./users/me",
        "/users/me/.",
        "/users/me%20",
        "/users/me%ff",
        "/users/me%",
        "/%75sers/me",
        "/users/..;/me",
        "/users/me%c0%af",
        "/%zz",
        "/users/\u00ff",
        "/users/\u00e2\u0080\u00a8",
        "/{me}",
        "/users/me#x",
        "http://evil.example/users/me"
      })
  void opensNoDoorByAnotherSpelling(String target) throws IOException {
    assertRefused(get(target), 400, 401, 404);
  }

  @ParameterizedTest(name = "IN-4 {0}")
  @ValueSource(strings = {"/users/?limit=%", "/users/?cursor=%zz", "/users/?limit=%c0%80"})
  void refusesAQueryThatCannotBeRead(String target) throws IOException {
    assertRefused(get(target), 400);
  }

  @Test
  void readsNoQueryWhereItNeedsNone() throws IOException {
    assertThat(status(get("/?x=%zz"))).isEqualTo(200);
  }

  @Test
  void answersLongAddressesItself() throws IOException {
    assertRefused(get("/" + "x".repeat(7_000)), 404);
    assertThat(status(get("/" + "x".repeat(10_000)))).isIn(400, 414, 431);
  }

  @ParameterizedTest(name = "HT-4 {0}")
  @ValueSource(strings = {"TRACE", "PROPFIND", "FOO", "DELETE", "PUT", "PATCH"})
  void refusesOtherMethods(String method) throws IOException {
    var response =
        send(
            request(
                method,
                "/health",
                "Authorization: Bearer canary-token\r\n",
                "Cookie: access_token=canary-cookie\r\n"));

    assertRefused(response, 405);
    assertThat(response).contains("\r\nAllow: GET, HEAD, OPTIONS\r\n").doesNotContain("canary");
  }

  @Test
  void refusesConnect() throws IOException {
    assertThat(status(send(request("CONNECT", "example.com:80")))).isIn(400, 404, 405);
  }

  @Test
  void namesNoMethodsWhereThereIsNothing() throws IOException {
    assertThat(send(request("OPTIONS", "/nowhere"))).doesNotContain("POST", "TRACE");
  }

  @ParameterizedTest
  @CsvSource({"/health,200", "/nothing,404", "/users/me,401"})
  void answersHeadAsGetWithoutABody(String target, int expected) throws IOException {
    var head = send(request("HEAD", target));

    assertThat(status(head)).isEqualTo(expected);
    assertThat(head).endsWith("\r\n\r\n").contains("X-Content-Type-Options: nosniff");
  }

  @Test
  void keepsTheConnectionInStepAfterHead() throws IOException {
    var both =
        send("HEAD /users/me HTTP/1.1\r\nHost: localhost\r\n\r\n" + request("GET", "/health"));

    assertThat(both).startsWith("HTTP/1.1 401").contains("HTTP/1.1 200").contains("{\"status\"");
  }

  @Test
  void believesNoHostHeader() throws IOException {
    var response = send("GET /nowhere HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");

    assertRefused(response, 404);
    assertThat(response).doesNotContain("evil").contains(PorticoOnTestDatabase.PUBLIC_URL);
  }

  @Test
  void speaksNoHttp2OverPlainText() throws IOException {
    assertThat(status(get("/health", "Upgrade: h2c\r\n", "HTTP2-Settings: AAMAAABk\r\n")))
        .isEqualTo(200);
    assertThat(send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).doesNotStartWith("HTTP/1.1 2");
  }
}
