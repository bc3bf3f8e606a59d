package dev.portico.bootstrap;

import static dev.portico.bootstrap.RawSocket.assertRefused;
import static dev.portico.bootstrap.RawSocket.get;
import static dev.portico.bootstrap.RawSocket.post;
import static dev.portico.bootstrap.RawSocket.send;
import static dev.portico.bootstrap.RawSocket.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Header fields that no client library would send. */
class RawHeaderTest {

  @Test
  void refusesHeadersThatAreTooLong() throws IOException {
    assertThat(status(get("/", "X-Long: " + "x".repeat(10_000) + "\r\n"))).isIn(400, 431);
    assertThat(status(get("/users/me", "Cookie: a=" + "x".repeat(10_000) + "\r\n"))).isIn(400, 431);
  }

  @ParameterizedTest(name = "LG-2 {0}")
  @ValueSource(strings = {"a\tb", "\u00e9", "a\u00e2\u0080\u00a8b", "\"quoted\"", "a b"})
  void replacesARequestIdThatCouldHarmALog(String id) throws IOException {
    var response = get("/", "X-Request-Id: " + id + "\r\n");

    assertThat(status(response)).isEqualTo(200);
    assertThat(response).containsPattern("X-Request-Id: [0-9a-f]{16}\r\n");
  }

  @Test
  void refusesATokenOfOddBytes() throws IOException {
    assertRefused(get("/users/me", "Authorization: Bearer \u00e9\r\n"), 401);
    assertRefused(get("/users/me", "Cookie: access_token=\u00e9\r\n"), 401);
  }

  @Test
  void refusesTwoTokens() throws IOException {
    // JW-11
    assertRefused(
        get("/users/me", "Authorization: Bearer a\r\n", "Authorization: Bearer b\r\n"), 400);
    assertRefused(
        get("/users/me", "Cookie: access_token=a\r\n", "Cookie: access_token=b\r\n"), 400);
  }

  @ParameterizedTest(name = "PY-1 {0}")
  @ValueSource(strings = {"a\tb", "\u00e9", "", "\"", "a\r\nIdempotency-Key: b"})
  void refusesAnOddIdempotencyKey(String key) throws IOException {
    var body = "{\"username\":\"x\"}";

    assertThat(
            status(
                send(
                    post(
                        "/auth/register",
                        "application/json",
                        body,
                        "Content-Length: " + body.length() + "\r\n",
                        "Idempotency-Key: " + key + "\r\n"))))
        .isIn(400, 422);
  }

  @Test
  void readsNoCharsetWhereItReadsNoBody() throws IOException {
    assertThat(status(get("/", "Content-Type: text/plain;charset=%%\r\n"))).isEqualTo(200);
  }

  @Test
  void refusesTwoContentTypes() throws IOException {
    assertRefused(
        send(
            post(
                "/auth/register",
                "text/plain",
                "{}",
                "Content-Type: application/json\r\n",
                "Content-Length: 2\r\n")),
        400,
        415,
        422);
  }

  @Test
  void carriesOurHeadersOnRefusalsOfTheServerItself() throws IOException {
    // HT-1
    assertRefused(get("/users%2fme"), 400);
  }
}
