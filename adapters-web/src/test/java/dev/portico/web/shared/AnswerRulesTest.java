package dev.portico.web.shared;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that all answers are held against must catch what breaks them. */
class AnswerRulesTest {

  private final AnswerRules rules = new AnswerRules();
  private final WebWorld world = new WebWorld();
  private final TestClient client = world.client();

  private static TestResponse with(TestResponse answer, String header, String... values) {
    var headers = new HashMap<>(answer.headers());
    headers.put(header, List.of(values));
    return new TestResponse(answer.status(), Map.copyOf(headers), answer.bytes());
  }

  private static TestResponse without(TestResponse answer, String header) {
    var headers = new HashMap<>(answer.headers());
    headers.remove(header);
    return new TestResponse(answer.status(), Map.copyOf(headers), answer.bytes());
  }

  private static TestResponse withBody(TestResponse answer, String from, String to) {
    var body = answer.body().replaceFirst(from, to).getBytes(StandardCharsets.UTF_8);
    return new TestResponse(answer.status(), answer.headers(), body);
  }

  private static TestResponse withStatus(TestResponse answer, int status) {
    var body = answer.body().replaceFirst("\"status\":\\d+", "\"status\":" + status);
    return new TestResponse(status, answer.headers(), body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void passWhatIsRight() {
    for (var path : new String[] {"/", "/docs", "/users/x", "/nowhere", "/users/me"}) {
      var request = TestRequest.of("GET", path);
      var answer = client.exchange(request);
      assertThatCode(() -> rules.check(request, answer)).doesNotThrowAnyException();
    }
  }

  static Stream<Arguments> spoiled() {
    return Stream.of(
        spoiled("no nosniff", "/", a -> without(a, "x-content-type-options")),
        spoiled("no policy", "/", a -> without(a, "content-security-policy")),
        spoiled("a frame", "/", a -> with(a, "content-security-policy", "default-src 'none'")),
        spoiled("no name", "/", a -> without(a, "x-request-id")),
        spoiled("two names", "/", a -> with(a, "x-request-id", "a", "b")),
        spoiled("an odd name", "/", a -> with(a, "x-request-id", "a b")),
        spoiled("kept", "/users/", a -> with(a, "cache-control", "max-age=60")),
        spoiled("a server", "/", a -> with(a, "server", "x")),
        spoiled("leave", "/", a -> with(a, "access-control-allow-methods", "GET")),
        spoiled("a failure", "/nowhere", a -> withStatus(a, 500)),
        spoiled("no way back", "/health", a -> withStatus(a, 503)),
        spoiled("not described", "/", a -> withStatus(a, 299)),
        spoiled("another type", "/", a -> with(a, "content-type", "text/html")),
        spoiled("one more member", "/", a -> withBody(a, "\\{", "{\"x\":1,")),
        spoiled("no problem", "/nowhere", a -> with(a, "content-type", "application/json")),
        spoiled("another status", "/nowhere", a -> withBody(a, "404", "400")),
        spoiled("no type", "/nowhere", a -> withBody(a, "http://localhost:8000", "")),
        spoiled("another name", "/nowhere", a -> withBody(a, "_id\":\"", "_id\":\"x")),
        spoiled("another place", "/nowhere", a -> withBody(a, "/nowhere", "/elsewhere")),
        spoiled("a class", "/nowhere", a -> withBody(a, "Not found", "java.lang.String")),
        spoiled("a query", "/nowhere", a -> withBody(a, "Not found", "SQL state 22021")),
        spoiled("a cookie", "/nowhere", a -> with(a, "set-cookie", "a=b")),
        spoiled("methods", "/nowhere", a -> with(a, "allow", "GET")),
        spoiled("no challenge", "/users/me", a -> without(a, "www-authenticate")),
        spoiled("no OAuth error", "/auth/token", a -> withBody(a, "\"error\":", "\"e\":")),
        spoiled("no methods", "/auth/token", a -> without(a, "allow")));
  }

  private static Arguments spoiled(String what, String path, UnaryOperator<TestResponse> change) {
    return argumentSet(what, path, change);
  }

  @ParameterizedTest
  @MethodSource("spoiled")
  void catchWhatIsNot(String path, UnaryOperator<TestResponse> change) {
    var request = TestRequest.of("GET", path);
    var answer = change.apply(client.exchange(request));

    assertThatThrownBy(() -> rules.check(request, answer)).isInstanceOf(AssertionError.class);
  }

  @Test
  void catchValuesOfAnotherForm() {
    var request = TestRequest.of("GET", "/users/?limit=1");
    world.add(world.someone().build());
    var answer = client.exchange(request);

    assertThatThrownBy(
            () -> rules.check(request, withBody(answer, "\"id\":\"[^\"]*", "\"id\":\"x")))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> rules.check(request, withBody(answer, "T\\d\\d:", "")))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void catchABodyInAnswerToHead() {
    var get = client.exchange(TestRequest.of("GET", "/"));

    assertThatThrownBy(() -> rules.check(TestRequest.of("HEAD", "/"), get))
        .isInstanceOf(AssertionError.class);
  }
}
