package dev.portico.web.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.feed.port.ExternalSource;
import dev.portico.application.feed.port.ExternalSourceContract;
import dev.portico.application.shared.Unavailable;
import dev.portico.domain.feed.ExternalData;
import dev.portico.testkit.TestTime;
import dev.portico.web.feed.HttpFetch.Limits;
import dev.portico.web.shared.PeerUrl;
import dev.portico.web.shared.SelfSigned;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpExternalSourceTest extends ExternalSourceContract {

  private static final Limits PATIENT = new Limits(Duration.ofSeconds(20), 1 << 20);
  private static final Limits HASTY = new Limits(Duration.ofMillis(300), 1 << 20);
  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

  private final TestTime time = new TestTime();
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
    return keep(new HttpExternalSource(new HttpFetch(url, limits), FeedBreaker.by(time)));
  }

  private HttpExternalSource sourceOf(Peer peer, Limits limits) {
    return source(keep(peer).url(), limits);
  }

  private void assertUnavailable(Peer peer, Limits limits) {
    var source = sourceOf(peer, limits);

    assertThatThrownBy(() -> source.fetch(LONG)).isInstanceOf(Unavailable.class);
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

    assertThat(source(url, PATIENT).fetch(LONG).json()).isEqualTo("1");
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

  /** WH-5: what is packed is passed on packed or not at all, so that no bomb goes off here. */
  @Test
  void unpacksNothing() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 100; i++) {
        zip.write(new byte[1 << 20]);
      }
    }
    assertThat(packed.size()).isLessThan(1 << 20);

    assertUnavailable(
        Peer.that(socket -> {
          var out =
              Peer.write(
                      socket,
                      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n"
                          + ("Content-Length: " + packed.size() + "\r\n\r\n"))
                  .getOutputStream();
          packed.writeTo(out);
          out.flush();
        }),
        PATIENT);
  }

  /** WH-5: a thousand headers do no harm. */
  @Test
  void readsAThousandHeaders() {
    var headers = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      headers.append("X-").append(i).append(": ").append(i).append("\r\n");
    }
    var source =
        sourceOf(
            Peer.sending("HTTP/1.1 200 OK\r\n" + headers + "Content-Length: 2\r\n\r\n[]"), PATIENT);

    assertThat(source.fetch(LONG).json()).isEqualTo("[]");
  }

  /** WH-5: headers without end are refused long before they fill the memory. */
  @Test
  void refusesHeadersWithoutEnd() {
    var line = "X-More: " + "x".repeat(1_000) + "\r\n";
    var peer =
        keep(
            Peer.that(socket -> {
              Peer.write(socket, "HTTP/1.1 200 OK\r\n");
              while (true) {
                Peer.write(socket, line);
              }
            }));

    assertUnavailable(peer, PATIENT);
  }

  /** WH-5. */
  @Test
  void trustsNobodyWhoVouchesForThemselves(@TempDir Path folder) throws Exception {
    var peer =
        keep(
            Peer.over(
                SelfSigned.in(folder).getServerSocketFactory(),
                socket -> Peer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]")));
    var url = PeerUrl.parse(peer.origin().replace("http:", "https:") + "/data").orThrow();
    var source = source(url, PATIENT);

    assertThatThrownBy(() -> source.fetch(LONG)).isInstanceOf(Unavailable.class);
    assertThat(peer.requests()).isEmpty();
  }

  @Test
  void isUnavailableWhereNobodyListens() throws Exception {
    var gone = Peer.holding("1");
    var url = gone.url();
    gone.close();

    var source = source(url, PATIENT);
    assertThatThrownBy(() -> source.fetch(LONG)).isInstanceOf(Unavailable.class);
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
    var limits = new Limits(Duration.ofSeconds(20), 1_000);

    assertThat(sourceOf(Peer.holding("\"" + "x".repeat(998) + "\""), limits).fetch(LONG).json())
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

  /** F16: of many who ask at once, one is sent. */
  @Test
  void asksOnceForAllWhoAskAtOnce() throws Exception {
    var mayAnswer = new CountDownLatch(1);
    var peer =
        keep(
            Peer.that(socket -> {
              mayAnswer.await();
              Peer.write(socket, HEAD + "Content-Length: 1\r\n\r\n7");
            }));
    var source = source(peer.url(), PATIENT);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asking = new ArrayList<Future<ExternalData>>();
      for (int i = 0; i < 1_000; i++) {
        asking.add(threads.submit(() -> source.fetch(LONG)));
      }
      // Whoever has begun by now is of this round; the others come while nobody answers, or after.
      assertThat(peer.isAsked()).isTrue();
      assertThatThrownBy(() -> source.fetch(SHORT)).isInstanceOf(Unavailable.class);
      assertThat(peer.requests()).hasSize(1);
      mayAnswer.countDown();
      for (var answer : asking) {
        assertThat(answer.get()).isEqualTo(new ExternalData("7"));
      }
    }
  }

  /** F16: nobody waits longer than they want to, and a late answer is not lost. */
  @Test
  void givesALateAnswerToWhoAsksNext() throws Exception {
    var mayAnswer = new CountDownLatch(1);
    var peer =
        keep(
            Peer.that(socket -> {
              mayAnswer.await();
              Peer.write(socket, HEAD + "Content-Length: 1\r\n\r\n7");
            }));
    var source = source(peer.url(), PATIENT);

    assertThatThrownBy(() -> source.fetch(SHORT))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("slow");
    mayAnswer.countDown();

    assertThat(source.fetch(LONG)).isEqualTo(new ExternalData("7"));
    assertThat(peer.requests()).hasSize(1);
  }

  /** F16: left alone after five failures, asked once after ten seconds, and well again. */
  @Test
  void leavesAFailingSourceAloneForAWhile() {
    var well = new AtomicBoolean();
    var peer =
        keep(
            Peer.that(socket ->
                Peer.write(
                    socket,
                    well.get()
                        ? HEAD + "Content-Length: 1\r\n\r\n7"
                        : "HTTP/1.1 503 X\r\nContent-Length: 0\r\n\r\n")));
    var source = source(peer.url(), PATIENT);
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> source.fetch(LONG)).isInstanceOf(Unavailable.class);
    }
    assertThat(peer.requests()).hasSize(FeedBreaker.FAILURES);

    time.advance(FeedBreaker.PAUSE.plusMillis(1));
    assertThatThrownBy(() -> source.fetch(LONG)).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> source.fetch(LONG)).hasMessageContaining("left alone");
    assertThat(peer.requests()).hasSize(FeedBreaker.FAILURES + 1);

    well.set(true);
    time.advance(FeedBreaker.PAUSE.plusMillis(1));
    assertThat(source.fetch(LONG)).isEqualTo(new ExternalData("7"));
    assertThat(source.fetch(LONG)).isEqualTo(new ExternalData("7"));
  }

  /** F16: what is no JSON is as good as no answer. */
  @Test
  void isUnavailableWhereThePeerSendsHtml() {
    assertUnavailable(Peer.holding("<!doctype html><p>It works!</p>"), PATIENT);
  }
}
