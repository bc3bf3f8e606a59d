package dev.portico.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no well-behaved client library would send. */
class RawHttpTest {

  private static final int TIMEOUT_MS = 20_000;

  /** Sends the text as it is and reads until the server closes. */
  private static String send(String request) throws IOException {
    try (var socket = new Socket("localhost", PorticoOnTestDatabase.shared().port())) {
      socket.setSoTimeout(TIMEOUT_MS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String get(String target, String... headers) throws IOException {
    return send(
        "GET "
            + target
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + String.join("", headers)
            + "\r\n");
  }

  private static int status(String response) {
    assertThat(response).startsWith("HTTP/1.1 ");
    return Integer.parseInt(response.substring(9, 12));
  }

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
        "/%75sers/me"
      })
  void opensNoDoorByAnotherSpelling(String target) throws IOException {
    var response = get(target);

    assertThat(status(response)).isIn(400, 401, 404);
    assertThat(response.toLowerCase(Locale.ROOT)).doesNotContain("tomcat", "<html", "exception");
  }

  @ParameterizedTest(name = "HT-4 {0}")
  @ValueSource(strings = {"TRACE", "PROPFIND", "FOO", "DELETE", "PUT", "PATCH"})
  void refusesOtherMethods(String method) throws IOException {
    var response =
        send(method + " /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertThat(status(response)).isEqualTo(405);
    assertThat(response).contains("\r\nAllow: GET, HEAD, OPTIONS\r\n", "application/problem+json");
  }

  @Test
  void refusesConnect() throws IOException {
    var response =
        send(
            "CONNECT example.com:80 HTTP/1.1\r\nHost: example.com:80\r\nConnection: close\r\n\r\n");

    assertThat(status(response)).isIn(400, 404, 405, 501);
  }

  @ParameterizedTest
  @CsvSource({"/health,200", "/nothing,404", "/users/me,401"})
  void answersHeadAsGetWithoutABody(String target, int expected) throws IOException {
    var head = send("HEAD " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertThat(status(head)).isEqualTo(expected);
    assertThat(head).endsWith("\r\n\r\n").contains("X-Content-Type-Options: nosniff");
  }

  @Test
  void refusesALargeBodyByItsLength() throws IOException {
    // IN-2: the refusal comes before the body does.
    var response =
        send(
            "POST /auth/register HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 52428800\r\nConnection: close\r\n\r\n{");

    assertThat(status(response)).isEqualTo(413);
    assertThat(response).contains("application/problem+json", "Connection: close");
  }

  @Test
  void countsAChunkedBodyOnTheWire() throws IOException {
    // IN-2
    var chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
    var response =
        send(
            "POST /auth/register HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + chunk.repeat(17)
                + "0\r\n\r\n");

    assertThat(status(response)).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GARBAGE\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nX: \u0000\r\n\r\n",
        "GET /\u0001 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "POST /auth/token HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        "POST /auth/token HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        "POST /auth/token HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"
      })
  void refusesWhatIsNotHttp(String request) throws IOException {
    var response = send(request);

    assertThat(response.isEmpty() || status(response) < 500).as(response).isTrue();
    assertThat(response.toLowerCase(Locale.ROOT)).doesNotContain("tomcat", "<html", "exception");
  }

  @Test
  void refusesHeadersThatAreTooLong() throws IOException {
    var response = get("/", "X-Long: " + "x".repeat(10_000) + "\r\n");

    assertThat(status(response)).isIn(400, 431);
    assertThat(response.toLowerCase(Locale.ROOT)).doesNotContain("tomcat", "<html", "exception");
  }

  @Test
  void carriesSecurityHeadersOnRefusalsOfTheServerItself() throws IOException {
    var response = get("/users%2fme");

    assertThat(status(response)).isEqualTo(400);
    assertThat(response).contains("X-Content-Type-Options: nosniff", "application/problem+json");
  }
}
