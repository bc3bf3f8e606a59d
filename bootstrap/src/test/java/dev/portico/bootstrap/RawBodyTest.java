package dev.portico.bootstrap;

import static dev.portico.bootstrap.RawSocket.assertRefused;
import static dev.portico.bootstrap.RawSocket.post;
import static dev.portico.bootstrap.RawSocket.send;
import static dev.portico.bootstrap.RawSocket.sendAndEnd;
import static dev.portico.bootstrap.RawSocket.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are not what they announce. */
class RawBodyTest {

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
  private static final String CHUNK_64_KIB = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
  private static final int FIFTY_MIB = 50 << 20;

  @ParameterizedTest(name = "IN-2 {0}")
  @ValueSource(strings = {"/auth/register", "/auth/token"})
  void refusesALargeBodyByItsLength(String path) throws IOException {
    var type = path.endsWith("token") ? FORM : JSON;
    var length = "Content-Length: " + FIFTY_MIB + "\r\n";

    assertRefused(send(post(path, type, "{", length)), 413);
    assertRefused(send(post(path, type, " ".repeat(FIFTY_MIB), length)), 413);
  }

  @Test
  void asksForNoLargeBody() throws IOException {
    var response =
        send(
            post(
                "/auth/register",
                JSON,
                "",
                "Content-Length: " + FIFTY_MIB + "\r\n",
                "Expect: 100-continue\r\n"));

    assertRefused(response, 413);
  }

  @Test
  void countsAChunkedBodyOnTheWire() throws IOException {
    // IN-2
    var large = CHUNK_64_KIB.repeat(17) + "0\r\n\r\n";

    assertRefused(send(post("/auth/register", JSON, large, CHUNKED)), 413);
    assertRefused(send(post("/auth/token", FORM, large, CHUNKED)), 413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ZZZ\r\nabc\r\n0\r\n\r\n", "-1\r\nabc\r\n0\r\n\r\n", "5\r\nab"})
  void refusesBrokenChunks(String body) throws IOException {
    assertRefused(sendAndEnd(post("/auth/register", JSON, body, CHUNKED)), 400);
  }

  @Test
  void refusesABodyThatBreaksOff() throws IOException {
    assertRefused(
        sendAndEnd(post("/auth/register", JSON, "{\"a\":", "Content-Length: 100\r\n")), 400);
  }

  @Test
  void readsNoMoreParametersThanAFormCanNeed() throws IOException {
    var many =
        IntStream.range(0, 1_001).mapToObj(i -> "p" + i + "=").collect(Collectors.joining("&"));

    assertRefused(
        send(post("/auth/token", FORM, many, "Content-Length: " + many.length() + "\r\n")), 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GARBAGE\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nX: \u0000\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nX : y\r\n\r\n",
        "GET /\u0001 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "POST /auth/token HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        "POST /auth/token HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "POST /auth/token HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /auth/token HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
        "POST /auth/token HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "POST /auth/token HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"
      })
  void refusesWhatIsNotHttp(String request) throws IOException {
    // HT-5: whatever follows on the connection must not be taken for another request.
    var response = sendAndEnd(request + "GET /health HTTP/1.1\r\nHost: a\r\n\r\n");

    assertThat(response.isEmpty() || status(response) / 100 == 4).as(response).isTrue();
    assertThat(response).doesNotContain("HTTP/1.1 200");
  }

  @Test
  void refusesAnExpectationItDoesNotKnow() throws IOException {
    assertThat(
            status(
                send(post("/auth/token", FORM, "a=b", "Content-Length: 3\r\n", "Expect: x\r\n"))))
        .isIn(400, 417);
  }
}
