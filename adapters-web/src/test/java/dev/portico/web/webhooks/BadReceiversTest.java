package dev.portico.web.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.portico.application.webhooks.port.WebhookSender;
import dev.portico.domain.webhooks.Reply;
import dev.portico.domain.webhooks.Reply.Failure;
import dev.portico.domain.webhooks.Secrets;
import dev.portico.domain.webhooks.WebhookBuilder;
import dev.portico.domain.webhooks.WebhookRule;
import dev.portico.domain.webhooks.WebhookUrl;
import dev.portico.web.shared.SelfSigned;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers that mean us no good. */
class BadReceiversTest {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");
  private static final HttpWebhookSender.Limits LIMITS =
      new HttpWebhookSender.Limits(Duration.ofSeconds(8), 64 << 10);

  private HttpWebhookSender sender = senderOf(InetAddress::getAllByName, LIMITS);

  @AfterEach
  void close() throws IOException {
    sender.close();
  }

  private static HttpWebhookSender senderOf(
      CheckedAddresses.Lookup lookup, HttpWebhookSender.Limits limits) {
    return new HttpWebhookSender(
        new CheckedAddresses(WebhookRule.ANYWHERE::admits, lookup), limits);
  }

  private void impatient() {
    sender =
        senderOf(
            InetAddress::getAllByName,
            new HttpWebhookSender.Limits(Duration.ofMillis(300), 64 << 10));
  }

  private static HttpWebhookSender strict(CheckedAddresses.Lookup lookup) {
    return new HttpWebhookSender(
        new CheckedAddresses(WebhookRule.PUBLIC_ONLY::admits, lookup), LIMITS);
  }

  private static WebhookSender.Message message(WebhookUrl url) {
    return new WebhookSender.Message(url, "msg_1", NOON, "v1,a", "{}");
  }

  private Reply send(WebhookUrl url) {
    return sender.send(message(url));
  }

  private static Reply failed(Failure why) {
    return new Reply.Failed(why);
  }

  // WH-1
  @Test
  void isVerifiedByAnOfficialLibrary() throws Exception {
    var now = Instant.now();
    var secrets =
        Secrets.of(WebhookBuilder.secret(1)).rotated(WebhookBuilder.secret(2), now).orElseThrow();
    var body = "{\"type\":\"item.created\",\"data\":{\"title\":\"é 🦊\"}}";
    try (var receiver = Receiver.answering("HTTP/1.1 200 OK")) {
      assertThat(
              sender.send(
                  new WebhookSender.Message(
                      receiver.url(), "msg_1", now, secrets.sign("msg_1", now, body), body)))
          .isEqualTo(new Reply.Answered(200, Optional.empty()));

      var request = receiver.requests().getFirst();
      for (int known : new int[] {1, 2}) {
        var library = new com.standardwebhooks.Webhook(WebhookBuilder.secret(known).reveal());
        library.verify(request.body(), request.headers());
        assertThatThrownBy(
                () -> library.verify(request.body().replace("é", "e"), request.headers()))
            .isInstanceOf(WebhookVerificationException.class);
      }
      var stranger = new com.standardwebhooks.Webhook(WebhookBuilder.secret(3).reveal());
      assertThatThrownBy(() -> stranger.verify(request.body(), request.headers()))
          .isInstanceOf(WebhookVerificationException.class);
    }
  }

  @Test
  void sendsNothingButWhatIsNeeded() throws IOException {
    try (var receiver = Receiver.answering("HTTP/1.1 204 No Content")) {
      assertThat(send(receiver.url()).isTaken()).isTrue();

      var request = receiver.requests().getFirst();
      assertThat(request.line()).isEqualTo("POST /hook?key=1 HTTP/1.1");
      assertThat(request.header("content-type")).startsWith("application/json");
      assertThat(request.headers())
          .containsOnlyKeys(
              "webhook-id",
              "webhook-timestamp",
              "webhook-signature",
              "content-type",
              "content-length",
              "host",
              "connection",
              "user-agent");
    }
  }

  // WH-5
  @Test
  void givesUpOnABodyThatDrips() throws Exception {
    impatient();
    var over = new CountDownLatch(1);
    try (var receiver =
        Receiver.that(socket -> {
          Receiver.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
          drip(socket.getOutputStream()::write, over);
        })) {
      assertThat(send(receiver.url())).isEqualTo(failed(Failure.TIMEOUT));
      assertThat(receiver.isHungUpOn()).isTrue();
    } finally {
      over.countDown();
    }
  }

  // WH-5
  @Test
  void givesUpOnAHeadThatDrips() throws Exception {
    impatient();
    var over = new CountDownLatch(1);
    try (var receiver = Receiver.that(socket -> drip(socket.getOutputStream()::write, over))) {
      assertThat(send(receiver.url())).isEqualTo(failed(Failure.TIMEOUT));
      assertThat(receiver.isHungUpOn()).isTrue();
    } finally {
      over.countDown();
    }
  }

  private interface Write {
    void of(int b) throws IOException;
  }

  private static void drip(Write out, CountDownLatch over) throws IOException {
    try {
      while (!over.await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
        out.of('x');
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  // WH-2, WH-5
  @Test
  void givesUpOnSilence() throws Exception {
    impatient();
    try (var receiver = Receiver.that(socket -> socket.getInputStream().read())) {
      assertThat(send(receiver.url())).isEqualTo(failed(Failure.TIMEOUT));
    }
  }

  // WH-5: a gibibyte; and nothing is unpacked, so that a bomb is a stone.
  @Test
  void readsNoMoreThanALittle() throws Exception {
    var written = new AtomicLong();
    try (var receiver =
        Receiver.that(socket -> {
          Receiver.write(
              socket,
              "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1073741824\r\n\r\n");
          var some = new byte[1 << 16];
          while (true) {
            socket.getOutputStream().write(some);
            written.addAndGet(some.length);
          }
        })) {
      assertThat(send(receiver.url())).isEqualTo(new Reply.Answered(200, Optional.empty()));
      assertThat(receiver.isHungUpOn()).isTrue();
      // What the system's own buffers take, on both sides.
      assertThat(written.get()).isLessThan(64L << 20);
    }
  }

  // WH-5
  @Test
  void readsNoThousandHeaders() throws IOException {
    var head =
        IntStream.range(0, 1_000).mapToObj(i -> "X-" + i + ": 1\r\n").reduce("", String::concat);
    try (var receiver =
        Receiver.that(socket -> Receiver.write(socket, "HTTP/1.1 200 OK\r\n" + head + "\r\n"))) {
      assertThat(send(receiver.url())).isEqualTo(failed(Failure.NO_HTTP));
    }
  }

  @Test
  void readsNothingButHttp() throws IOException {
    try (var receiver = Receiver.that(socket -> Receiver.write(socket, "220 smtp ready\r\n"))) {
      assertThat(send(receiver.url())).isEqualTo(failed(Failure.NO_HTTP));
    }
  }

  // WH-2, WH-4
  @Test
  void followsNoRedirect() throws IOException {
    try (var inside = Receiver.answering("HTTP/1.1 200 OK");
        var receiver =
            Receiver.answering("HTTP/1.1 302 Found", "Location: " + inside.url().text())) {
      assertThat(send(receiver.url())).isEqualTo(new Reply.Answered(302, Optional.empty()));
      assertThat(inside.connections()).isZero();
    }
  }

  // WH-2
  @Test
  void hearsHowLongToWait() throws IOException {
    for (var pause : List.of("120", "Mon, 15 Jan 2024 12:02:00 GMT")) {
      try (var receiver =
          Receiver.answering("HTTP/1.1 429 Too Many Requests", "Retry-After: " + pause)) {
        assertThat(send(receiver.url()))
            .isEqualTo(new Reply.Answered(429, Optional.of(Duration.ofMinutes(2))));
      }
    }
    for (var nonsense : List.of("soon", "-1", "99999999999", "Mon, 15 Jan 2024 11:00:00 GMT")) {
      assertThat(RetryAfter.of(nonsense, NOON)).isEmpty();
    }
  }

  @Test
  void saysThatNobodyIsThere() throws IOException {
    int port;
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    assertThat(send(WebhookUrl.parse("http://127.0.0.1:" + port + "/").orThrow()))
        .isEqualTo(failed(Failure.NO_CONNECTION));
    assertThat(send(WebhookUrl.parse("http://nowhere.invalid/").orThrow()))
        .isEqualTo(failed(Failure.NAME_UNKNOWN));
  }

  // WH-4: one lookup, and the connection goes to what it gave.
  @Test
  void callsTheAddressThatWasChecked() throws IOException {
    var lookups = new AtomicInteger();
    CheckedAddresses.Lookup once =
        host -> {
          if (lookups.getAndIncrement() > 0) {
            throw new UnknownHostException(host);
          }
          return new InetAddress[] {InetAddress.getLoopbackAddress()};
        };
    try (var receiver = Receiver.answering("HTTP/1.1 200 OK");
        var pinned = senderOf(once, LIMITS)) {
      assertThat(pinned.send(message(receiver.url("http://hooks.example.test"))).isTaken())
          .isTrue();

      assertThat(lookups).hasValue(1);
      assertThat(receiver.requests().getFirst().header("host"))
          .isEqualTo("hooks.example.test:" + receiver.port());
    }
  }

  // WH-4: public when it was registered, our own machine when it is sent to.
  @Test
  void isNotLedAstrayByANameThatChanges() throws IOException {
    var lookups = new AtomicInteger();
    CheckedAddresses.Lookup changing =
        _ ->
            new InetAddress[] {
              lookups.getAndIncrement() == 0
                  ? InetAddress.getByAddress(new byte[] {8, 8, 8, 8})
                  : InetAddress.getLoopbackAddress()
            };
    try (var receiver = Receiver.answering("HTTP/1.1 200 OK");
        var careful = strict(changing)) {
      var url = receiver.url("http://hooks.example.test");

      assertThat(careful.isForbidden(url)).isFalse();
      assertThat(careful.send(message(url))).isEqualTo(failed(Failure.ADDRESS_REFUSED));
      assertThat(careful.isForbidden(url)).isTrue();
      assertThat(receiver.connections()).isZero();
    }
  }

  // WH-3, WH-4: one bad address among good ones is enough, whichever comes first.
  @Test
  void callsNoneOfAMixtureOfAddresses() throws IOException {
    var good = InetAddress.getByAddress(new byte[] {8, 8, 8, 8});
    for (var bad : List.of("127.0.0.1", "::1", "10.0.0.1", "fe80::1")) {
      for (var first : new boolean[] {true, false}) {
        var inside = InetAddress.getByName(bad);
        try (var careful =
            strict(
                _ -> first ? new InetAddress[] {inside, good} : new InetAddress[] {good, inside})) {
          var url = WebhookUrl.parse("https://hooks.example.test/").orThrow();

          assertThat(careful.isForbidden(url)).isTrue();
          assertThat(careful.send(message(url))).isEqualTo(failed(Failure.ADDRESS_REFUSED));
        }
      }
    }
  }

  // WH-3: at send as well, should one ever get past registration.
  @Test
  void callsNoPrivateAddressThatIsWrittenOut() throws IOException {
    try (var receiver = Receiver.answering("HTTP/1.1 200 OK");
        var careful = strict(InetAddress::getAllByName)) {
      for (var host : List.of("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0")) {
        var url = receiver.url("http://" + host);

        assertThat(careful.send(message(url))).isEqualTo(failed(Failure.ADDRESS_REFUSED));
        assertThat(careful.isForbidden(url)).isTrue();
      }
      assertThat(receiver.connections()).isZero();
    }
  }

  // WH-5
  @Test
  void trustsNobodyWhoVouchesForThemselves(@TempDir Path folder) throws Exception {
    try (var receiver =
        Receiver.over(
            SelfSigned.in(folder).getServerSocketFactory(),
            socket -> Receiver.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))) {
      assertThat(send(receiver.url("https://127.0.0.1"))).isEqualTo(failed(Failure.NOT_TRUSTED));
      assertThat(receiver.requests()).isEmpty();
    }
  }
}
