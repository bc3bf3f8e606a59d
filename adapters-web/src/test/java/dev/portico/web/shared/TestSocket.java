package dev.portico.web.shared;

import dev.portico.domain.shared.CanIgnoreReturnValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The client's end of a WebSocket, the same whether the service is in this process or behind a real
 * socket. Whoever receives waits, but not for ever; and at the end nothing may be left over.
 */
public final class TestSocket implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  /** The way to the service. */
  interface Link {

    void sendText(String text);

    void sendBinary(byte[] bytes);

    /** Closes from this end; returns when the service knows, or does not answer in time. */
    void close();

    /** How long to wait for what must come; a test that passes never does. */
    Duration patience();

    /** How long to wait for what must not come; none where nothing can be on its way. */
    Duration latency();
  }

  private final String target;
  private final TestResponse handshake;
  private final Inbox inbox;
  private final Link link;
  private boolean closingSeen;
  private boolean closed;

  TestSocket(String target, TestResponse handshake, Inbox inbox, Link link) {
    this.target = target;
    this.handshake = handshake;
    this.inbox = inbox;
    this.link = link;
  }

  /** What the service answered to the handshake. */
  public TestResponse handshake() {
    return handshake;
  }

  /** The subprotocol that the service chose. */
  public Optional<String> subprotocol() {
    return handshake.header("Sec-WebSocket-Protocol");
  }

  /** Sends a JSON object of these members: name, value, name, value, … */
  @CanIgnoreReturnValue
  public TestSocket sendJson(Object... members) {
    return sendText(new String(TestRequest.json(members).bytes(), StandardCharsets.UTF_8));
  }

  @CanIgnoreReturnValue
  public TestSocket sendText(String text) {
    requireOpen();
    link.sendText(text);
    return this;
  }

  @CanIgnoreReturnValue
  public TestSocket sendBinary(byte[] bytes) {
    requireOpen();
    link.sendBinary(bytes);
    return this;
  }

  private void requireOpen() {
    if (inbox.closing().isPresent()) {
      throw new AssertionError("nothing can be sent any more on " + target + inbox.describe());
    }
  }

  /** The next frame; waits two seconds for it, and longer only on a real connection. */
  @CanIgnoreReturnValue
  public String receiveText() {
    return receiveText(link.patience());
  }

  @CanIgnoreReturnValue
  public String receiveText(Duration patience) {
    return received("a frame", patience);
  }

  /** The next frame, which must hold JSON; waits as {@link #receiveText()} does. */
  @CanIgnoreReturnValue
  public TestFrame receiveJson() {
    return receiveJson(link.patience());
  }

  @CanIgnoreReturnValue
  public TestFrame receiveJson(Duration patience) {
    var frame = new TestFrame(received("a JSON frame", patience));
    try {
      var _ = JSON.readTree(frame.body());
    } catch (JacksonException noJson) {
      throw new AssertionError("no JSON in a frame on " + target + ": " + frame.body(), noJson);
    }
    return frame;
  }

  private String received(String what, Duration patience) {
    return inbox
        .take(patience)
        .orElseThrow(() ->
            new AssertionError(
                "%s was awaited on %s for %s and did not come%s"
                    .formatted(what, target, seconds(patience), inbox.describe())));
  }

  /** Nothing has come that was not read, and nothing is on its way. */
  @CanIgnoreReturnValue
  public TestSocket assertNoMessage() {
    return assertNoMessage(link.latency());
  }

  /** Nothing has come that was not read, nor comes within this time. */
  @CanIgnoreReturnValue
  public TestSocket assertNoMessage(Duration patience) {
    if (inbox.take(patience).isPresent()) {
      throw new AssertionError(
          "nothing was to come on " + target + ", but something did" + inbox.describe());
    }
    return this;
  }

  /** The service closes the socket with this code, and sends nothing more before. */
  public void expectClose(int code) {
    expectClose(code, link.patience());
  }

  public void expectClose(int code, Duration patience) {
    var closing = inbox.awaitClosing(patience);
    if (closing.filter(it -> it.code() == code).isEmpty()) {
      throw new AssertionError(
          "%s was to be closed with %d within %s%s"
              .formatted(target, code, seconds(patience), inbox.describe()));
    }
    closingSeen = true;
  }

  /**
   * Closes the socket, and fails if the test has left something over: a frame that it did not read,
   * or a closing that it did not expect.
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    boolean closedByService = inbox.closing().isPresent();
    closeQuietly();
    if (!inbox.unread().isEmpty()) {
      throw new AssertionError(
          "%s is closed with frames unread; receive them, or close it by closeQuietly()%s"
              .formatted(target, inbox.describe()));
    }
    if (closedByService && !closingSeen) {
      throw new AssertionError(
          "%s was closed by the service, which no expectClose() said%s"
              .formatted(target, inbox.describe()));
    }
  }

  /** Closes the socket, whatever is left over. */
  public void closeQuietly() {
    if (!closed) {
      closed = true;
      link.close();
    }
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }
}
