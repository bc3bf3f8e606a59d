package dev.portico.web.shared;

import dev.portico.domain.shared.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Sends requests to the service, wherever it runs. What comes back is held against what every
 * answer must be before a test gets to see it: see {@link AnswerRules}.
 */
public abstract class TestClient {

  private final AnswerRules rules = new AnswerRules();

  protected abstract TestResponse exchange(TestRequest request);

  /** What came of a handshake: an answer, and a socket if that was 101. */
  protected record Opening(TestResponse answer, Optional<TestSocket> socket) {}

  /** Sends a handshake whose headers are complete. */
  protected abstract Opening handshake(TestRequest request);

  /**
   * Opens a WebSocket; headers as name, value, name, value, …
   *
   * @throws AssertionError if the service refuses, with what it answered
   */
  public final TestSocket websocket(String target, String... headers) {
    var opening = open(target, headers);
    return opening
        .socket()
        .orElseThrow(() ->
            new AssertionError(
                "the handshake at %s was refused: %d %s"
                    .formatted(target, opening.answer().status(), opening.answer().body())));
  }

  /**
   * Asks for a WebSocket and does not get one.
   *
   * @return the refusal, held against what every answer must be
   */
  @CanIgnoreReturnValue
  public final TestResponse refusedWebsocket(String target, String... headers) {
    var opening = open(target, headers);
    opening
        .socket()
        .ifPresent(socket -> {
          socket.closeQuietly();
          throw new AssertionError("the handshake at " + target + " was to be refused");
        });
    return opening.answer();
  }

  private Opening open(String target, String... headers) {
    var request = TestHandshake.of(target, List.of(headers));
    var opening = handshake(request);
    rules.check(request, opening.answer());
    return opening;
  }

  /** Sends the request. */
  @CanIgnoreReturnValue
  public final TestResponse send(TestRequest request) {
    var response = exchange(request);
    rules.check(request, response);
    return response;
  }

  /** Sends a request that a mistake of ours is bound to spoil: a 500, and all else as ever. */
  public final TestResponse sendToFail(TestRequest request) {
    var response = exchange(request);
    rules.checkFailure(request, response);
    return response;
  }

  /** Sends a request without a body; headers as name, value, name, value, … */
  @CanIgnoreReturnValue
  public final TestResponse send(String method, String target, String... headers) {
    return send(TestRequest.of(method, target).with(List.of(headers)));
  }

  @CanIgnoreReturnValue
  public final TestResponse get(String target, String... headers) {
    return send("GET", target, headers);
  }

  @CanIgnoreReturnValue
  public final TestResponse post(String target, TestRequest.Content content, String... headers) {
    return send(TestRequest.of("POST", target).with(content).with(List.of(headers)));
  }

  /** The same client, which sends these headers with every request: name, value, … */
  public final TestClient with(String... headers) {
    var more = List.of(headers);
    return new ChangedClient(this, request -> request.with(more));
  }

  /** The same client, as this user, by bearer token. */
  public final TestClient as(TestUser user) {
    return with(user.bearer());
  }

  /** The same client, which keeps cookies and follows redirects, as a browser does. */
  public final TestClient browser() {
    return new BrowserClient(this);
  }

  /** The same client, which waits for an answer no longer than this. */
  public final TestClient within(Duration patience) {
    return new PatientClient(this, patience);
  }

  /** The same client, which does not wait for its answers. */
  public final AsyncClient async() {
    return new AsyncClient(this);
  }
}
