package dev.portico.web.shared;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;

/** Requests that a well-behaved client cannot send, as a container might hand them on. */
class RawRequestTest {

  private final WebWorld world = new WebWorld();
  private final TestClient client = world.client();

  @ParameterizedTest
  @DisplayName("AZ-6, IN-4: refusesPathsThatReadTwoWays")
  @ValueSource(
      strings = {
        "/users/me%00",
        "/users/me%0A",
        "/users/me%u2028",
        "/users/me%zz",
        "/users/me%",
        "/users/me%4",
        "/users%2Fme",
        "/users%2fme",
        "/users%5Cme",
        "/users\\me",
        "/users/me\0",
        "/users/me\n",
        "/users/me\r\nX: y",
        "/users/me\u2028",
        "/users/me\u202e",
        "/users/mé",
        "/users/me#x",
        "/users/[me]",
        "/users/{me}",
        "/users/me|",
        "/users/me^",
        "/users/me`",
        "/users/<me>",
        "/users/\"me\"",
        "users/me",
        "",
        "*",
        "http://localhost/users/me",
        "/users/me;",
        "/%2e%2e/users/me"
      })
  void refusesPathsThatReadTwoWays(String path) {
    var token = world.tokenOf(world.add(world.someone().build()));

    client.get(path, bearer(token)).expectStatus(400);
  }

  @ParameterizedTest
  @DisplayName("IN-4: refusesBrokenQueriesWhereItReadsThem")
  @ValueSource(
      strings = {
        "%",
        "%4",
        "%zz",
        "limit=%",
        "x=%u2028",
        "limit=1%",
        "\0",
        "x=\0",
        "cursor=%c3%28"
      })
  void refusesBrokenQueriesWhereItReadsThem(String query) {
    client.get("/users/?" + query).expectStatus(400);
    client.get("/?" + query).expectStatus(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=\u0661", "limit=\uff11", "limit=\n1", "limit=1\u2028"})
  void refusesDigitsOfOtherScripts(String query) {
    client.get("/users/?" + query).expectStatus(422).expectErrorsAt("/limit");
  }

  @ParameterizedTest
  @DisplayName("LG-2: replacesARequestIdThatBreaksLines")
  @ValueSource(
      strings = {
        "a\r\nSet-Cookie: x=y",
        "a\nb",
        "a\u001b[31m",
        "a\u2028b",
        "a\u0085",
        "é",
        "\0",
        "",
        " a"
      })
  void replacesARequestIdThatBreaksLines(String id) {
    assertThat(client.get("/", "X-Request-Id", id).header("X-Request-Id").orElseThrow())
        .matches("[0-9a-f]{16}");
  }

  @ParameterizedTest
  @DisplayName("PY-1: refusesAKeyWithControls")
  @ValueSource(strings = {"a\tb", "a\r\nb", "a\0", "\"a\tb\"", "é", "\u202e", "\u007f"})
  void refusesAKeyWithControls(String key) {
    client.post("/auth/register", TestRequest.json(), "Idempotency-Key", key).expectStatus(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer a\r\nb", "Bearer \0", "Bearer é", "Bearer \u2028", "Bearer\tx", "\0", ""})
  void refusesCredentialsOfOddCharacters(String authorization) {
    client.get("/users/me", "Authorization", authorization).expectStatus(401);
  }

  @Test
  void knowsNoMethodInAnotherCase() {
    for (var method : new String[] {"Get", "gET", "trace", "GET "}) {
      client.send(method, "/").expectStatus(405);
    }
  }

  private static MockHttpServletRequest chunked(ServletInputStream body) {
    return new MockHttpServletRequest() {
      @Override
      public ServletInputStream getInputStream() {
        return body;
      }

      @Override
      public long getContentLengthLong() {
        return -1;
      }
    };
  }

  private static ServletInputStream bytes(int count) {
    var bytes = new byte[count];
    Arrays.fill(bytes, (byte) 'a');
    return new DelegatingServletInputStream(new ByteArrayInputStream(bytes));
  }

  @Test
  @DisplayName("IN-2: countsABodyOfUnknownLength")
  void countsABodyOfUnknownLength() {
    assertThat(new RequestBodies().of(chunked(bytes(1 << 20)))).hasSize(1 << 20);
    assertThat(refusalOf(bytes((1 << 20) + 1))).isEqualTo(ProblemType.TOO_LARGE);
  }

  @Test
  @DisplayName("IN-2: refusesABodyThatBreaksOff")
  void refusesABodyThatBreaksOff() {
    var start = new ByteArrayInputStream("{\"a".getBytes(StandardCharsets.UTF_8));
    var broken = new DelegatingServletInputStream(new SequenceInputStream(start, new Reset()));

    assertThat(refusalOf(broken)).isEqualTo(ProblemType.MALFORMED_REQUEST);
  }

  /** A connection that is no more. */
  private static final class Reset extends InputStream {

    @Override
    public int read() throws IOException {
      throw new IOException("Connection reset by peer");
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return read();
    }
  }

  private static ProblemType refusalOf(ServletInputStream body) {
    try {
      var read = new RequestBodies().of(chunked(body));
      throw new AssertionError("read " + read.length);
    } catch (Refusal refusal) {
      return refusal.type();
    }
  }
}
