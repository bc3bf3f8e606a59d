package dev.portico.web.shared;

import dev.portico.domain.shared.CanIgnoreReturnValue;
import java.util.List;

/**
 * Sends requests to the service, wherever it runs. What comes back is held against what every
 * answer must be before a test gets to see it: see {@link AnswerRules}.
 */
public abstract class TestClient {

  private final AnswerRules rules = new AnswerRules();

  protected abstract TestResponse exchange(TestRequest request);

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
}
