package dev.portico.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What every answer must be, whatever was asked: it carries the security headers and its name
 * (HT-1, HT-3), it is not a failure of ours, it fits the published description, and an error is a
 * problem document that betrays nothing (IN-8).
 */
final class AnswerRules {

  private static final List<String> EVERYWHERE =
      List.of(
          "x-content-type-options",
          "content-security-policy",
          "referrer-policy",
          "cross-origin-resource-policy",
          "x-request-id",
          "cache-control");

  private static final Pattern BETRAYAL =
      Pattern.compile(
          "Exception|java\\.|org\\.|dev\\.portico|SQL|jdbc|postgres|hibernate|[^>]/dev/portico");

  private final OpenApiRules openApi = OpenApiRules.SHARED;

  void check(TestRequest request, TestResponse response) {
    if (response.status() >= 500 && response.status() != 503) {
      throw new AssertionError(
          "%s: %s".formatted(what(request, response), response.body()),
          response.cause().orElse(null));
    }
    checkAll(request, response);
  }

  /** The same for a request that is bound to fail by a mistake of ours. */
  void checkFailure(TestRequest request, TestResponse response) {
    assertThat(response.status()).as(what(request, response)).isEqualTo(500);
    checkAll(request, response);
  }

  private void checkAll(TestRequest request, TestResponse response) {
    var what = what(request, response);
    checkHeaders(what, response);
    checkCaching(what, request, response);
    if ("HEAD".equals(request.method())) {
      assertThat(response.bytes()).as(what).isEmpty();
    } else if (response.status() >= 400) {
      checkProblem(what, request, response);
    }
    openApi.check(request, response);
  }

  private static String what(TestRequest request, TestResponse response) {
    return request.method() + " " + request.target() + " -> " + response.status();
  }

  private static void checkHeaders(String what, TestResponse response) {
    assertThat(response.headers()).as(what).containsKeys(EVERYWHERE.toArray(String[]::new));
    EVERYWHERE.forEach(
        name -> assertThat(response.headers().get(name)).as("%s: %s", what, name).hasSize(1));
    assertThat(response.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(response.header("X-Request-Id").orElseThrow()).matches("[A-Za-z0-9._-]{1,64}");
    assertThat(response.header("Content-Security-Policy").orElseThrow())
        .as(what)
        .contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(response.headers().keySet())
        .as(what)
        .doesNotContain("server", "x-powered-by")
        .noneMatch(name -> name.startsWith("access-control-"));
  }

  /** Nothing is kept by anyone but the documentation and what is for all (HT-2). */
  private static void checkCaching(String what, TestRequest request, TestResponse response) {
    assertThat(response.header("Cache-Control")).as(what).contains(kept(request, response));
    if (response.status() >= 400) {
      assertThat(response.headers().getOrDefault("set-cookie", List.of()))
          .as(what)
          .allMatch(cookie -> cookie.contains("=; ") && cookie.contains("; Max-Age=0; "));
    }
  }

  private static String kept(TestRequest request, TestResponse response) {
    boolean good = response.status() == 200 || response.status() == 304;
    if (!good || "OPTIONS".equals(request.method())) {
      return "no-store";
    }
    if (request.path().startsWith("/.well-known/")) {
      return "max-age=300, public";
    }
    if (request.path().equals("/expensive-query")) {
      return "no-cache, public";
    }
    return request.path().matches("/docs(/.*)?|/openapi\\.json") ? "no-cache" : "no-store";
  }

  private static void checkProblem(String what, TestRequest request, TestResponse response) {
    boolean tokenEndpoint = request.path().matches("/auth/(token(/.*)?|revoke|introspect)");
    assertThat(response.header("Content-Type").orElse(""))
        .as("%s: %s", what, response.body())
        .isEqualTo(tokenEndpoint ? "application/json" : "application/problem+json");
    response.expectJson("/status", response.status());
    assertThat(response.text("/type")).as(what).matches("https?://[^#]+/docs/problems#[a-z-]+");
    assertThat(response.text("/title")).as(what).isNotBlank();
    assertThat(response.text("/detail")).as(what).isNotBlank();
    assertThat(response.text("/instance")).as(what).isEqualTo(request.path());
    assertThat(response.text("/request_id"))
        .isEqualTo(response.header("X-Request-Id").orElseThrow());
    if (tokenEndpoint) {
      assertThat(response.text("/error")).as(what).isNotBlank();
      assertThat(response.text("/error_description")).isEqualTo(response.text("/detail"));
    }
    assertThat(withoutEcho(response)).as(what).doesNotContainPattern(BETRAYAL);
    checkErrorHeaders(what, response);
  }

  /** The body without the one member that repeats something of the request. */
  private static String withoutEcho(TestResponse response) {
    return response.body().replaceFirst("\"instance\":\"[^\"]*\"", "");
  }

  private static void checkErrorHeaders(String what, TestResponse response) {
    var names = response.headers().keySet();
    switch (response.status()) {
      case 401 -> assertThat(names).as(what).contains("www-authenticate");
      case 405 -> assertThat(names).as(what).contains("allow");
      case 429, 503 -> assertThat(names).as(what).contains("retry-after");
      case 409 ->
          assertThat(names.contains("retry-after"))
              .as(what)
              .isEqualTo(response.text("/type").endsWith("#still-running"));
      default -> {}
    }
    if (response.status() != 405) {
      // It names no methods; a servlet's own answer to OPTIONS would name all it has heard of.
      assertThat(response.header("Allow").orElse("")).as(what).isEmpty();
    }
  }
}
