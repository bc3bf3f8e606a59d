package dev.portico.web.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.feed.port.ExternalSource;
import dev.portico.application.feed.port.ExternalSourceContract;
import dev.portico.application.shared.Unavailable;
import dev.portico.web.feed.HttpExternalSource.Limits;
import dev.portico.web.shared.PeerUrl;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpExternalSourceTest extends ExternalSourceContract {

  private static final Limits PATIENT = new Limits(Duration.ofSeconds(20), 1 << 20, 8);
  private static final Limits HASTY = new Limits(Duration.ofMillis(300), 1 << 20, 8);
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  @AfterEach
  void close() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  private <T extends AutoCloseable> T keep(T opened) {
    open.push(opened);
    return opened;
  }

  private HttpExternalSource source(PeerUrl url, Limits limits) {
    return keep(new HttpExternalSource(url, limits));
  }

  private HttpExternalSource sourceOf(Peer peer, Limits limits) {
    return source(keep(peer).url(), limits);
  }

  private void assertUnavailable(Peer peer, Limits limits) {
    var source = sourceOf(peer, limits);

    assertThatThrownBy(source::fetch).isInstanceOf(Unavailable.class);
  }

  @Override
  protected ExternalSource source() {
    return sourceOf(Peer.holding(held()), PATIENT);
  }

  @Override
  protected String held() {
    return "{\"temperature\":21.50,\"where\":\"Kraków\"}";
  }

  @Test
  void asksForJsonAndShowsItsCredentials() {
    var peer = keep(Peer.holding("1"));
    var url = PeerUrl.parse(peer.origin().replace("//", "//us%40er:pass@") + "/v1?key=k").orThrow();

    assertThat(source(url, PATIENT).fetch().json()).isEqualTo("1");
    assertThat(peer.requests())
        .singleElement()
        .asString()
        .startsWith("GET /v1?key=k HTTP/1.1\n")
        .contains("Accept: application/json\n")
        .contains("Authorization: Basic " + base64("us@er:pass") + "\n")
        .contains("Host: localhost:");
  }

  private static String base64(String text) {
    return Base64.getEncoder()
        .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @DisplayName("WH-5: isUnavailableWithoutA200")
  @ValueSource(ints = {201, 204, 301, 302, 307, 404, 500, 503})
  void isUnavailableWithoutA200(int status) {
    var peer =
        Peer.sending(
            "HTTP/1.1 %d X\r\nLocation: http://localhost:1/\r\nContent-Length: 0\r\n\r\n"
                .formatted(status));

    assertUnavailable(peer, PATIENT);
    assertThat(peer.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200",
        "SSH-2.0-OpenSSH_9.9\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"cut\":1",
        "HTTP/1.1 200 OK\r\nContent-Length: nine\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n[1,2",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n[]"
      })
  void isUnavailableWhereTheAnswerBreaksOff(String answer) {
    assertUnavailable(Peer.sending(answer), PATIENT);
  }

  @Test
  void isUnavailableWhereNobodyListens() throws Exception {
    var gone = Peer.holding("1");
    var url = gone.url();
    gone.close();

    var source = source(url, PATIENT);
    assertThatThrownBy(source::fetch).isInstanceOf(Unavailable.class);
  }

  @Test
  void givesUpOnAPeerThatSaysNothing() {
    assertUnavailable(Peer.that(HttpExternalSourceTest::waitForTheEnd), HASTY);
  }

  private static void waitForTheEnd(java.net.Socket socket) throws java.io.IOException {
    // Nothing more comes; this returns when the other side hangs up.
    var _ = socket.getInputStream().read();
  }

  @Test
  @DisplayName("WH-5: givesUpOnAPeerThatDripsAndHangsUp")
  void givesUpOnAPeerThatDripsAndHangsUp() throws Exception {
    var peer =
        Peer.that(socket -> {
          Peer.write(socket, HEAD + "\r\n[");
          drip(socket);
        });

    assertUnavailable(peer, HASTY);
    assertThat(peer.isHungUpOn()).isTrue();
  }

  /** A byte now and then, each of them soon enough; ends when nobody takes them any more. */
  private static void drip(java.net.Socket socket)
      throws java.io.IOException, InterruptedException {
    var never = new CountDownLatch(1);
    while (!never.await(20, TimeUnit.MILLISECONDS)) {
      Peer.write(socket, " ");
    }
  }

  @Test
  void takesTheLastByteThatFits() {
    var limits = new Limits(Duration.ofSeconds(20), 1_000, 8);

    assertThat(sourceOf(Peer.holding("\"" + "x".repeat(998) + "\""), limits).fetch().json())
        .hasSize(1_000);
    assertUnavailable(Peer.holding("\"" + "x".repeat(999) + "\""), limits);
  }

  @Test
  @DisplayName("WH-5: hangsUpOnAPeerThatSendsWithoutEnd")
  void hangsUpOnAPeerThatSendsWithoutEnd() throws Exception {
    var peer =
        Peer.that(socket -> {
          Peer.write(socket, HEAD + "\r\n\"");
          while (true) {
            Peer.write(socket, "x".repeat(8_192));
          }
        });

    assertUnavailable(peer, PATIENT);
    assertThat(peer.isHungUpOn()).isTrue();
  }

  @Test
  void hangsUpOnAnErrorWithoutEnd() throws Exception {
    var peer =
        Peer.that(socket -> {
          Peer.write(socket, "HTTP/1.1 500 X\r\n\r\n");
          while (true) {
            Peer.write(socket, "x".repeat(8_192));
          }
        });

    assertUnavailable(peer, PATIENT);
    assertThat(peer.isHungUpOn()).isTrue();
  }

  @Test
  void isUnavailableWhereThereIsNoPlace() {
    var peer = Peer.holding("1");

    assertUnavailable(peer, new Limits(Duration.ofMillis(50), 1 << 20, 0));
    assertThat(peer.requests()).isEmpty();
  }
}
