package dev.portico.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every answer must be, whatever was asked: it carries the security headers and its name, it
 * is not a failure of ours, it fits the published description, and an error is a problem document
 * that betrays nothing.
 */
final class AnswerRules {

  private final OpenApiRules openApi = OpenApiRules.SHARED;

  void check(TestRequest request, TestResponse response) {
    var what = request.method() + " " + request.target() + " -> " + response.status();
    checkHeaders(what, response);
    if (response.status() != 503) {
      assertThat(response.status()).as("%s: %s", what, response.body()).isLessThan(500);
    }
    if (response.status() >= 400 && !"HEAD".equals(request.method())) {
      checkProblem(what, response);
    }
    openApi.check(request, response);
  }

  private static void checkHeaders(String what, TestResponse response) {
    for (var name :
        new String[] {
          "X-Content-Type-Options",
          "Content-Security-Policy",
          "Referrer-Policy",
          "X-Request-Id",
          "Cache-Control"
        }) {
      assertThat(response.header(name)).as("%s: header %s", what, name).isPresent();
    }
    assertThat(response.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(response.header("Content-Security-Policy").orElseThrow())
        .as(what)
        .contains("frame-ancestors 'none'");
    assertThat(response.headers()).as(what).doesNotContainKeys("server", "x-powered-by");
    assertThat(response.headers()).as(what).doesNotContainKey("access-control-allow-origin");
  }

  private static void checkProblem(String what, TestResponse response) {
    assertThat(response.isJson()).as("%s: %s", what, response.body()).isTrue();
    response.expectJson("/status", response.status());
    assertThat(response.text("/request_id"))
        .isEqualTo(response.header("X-Request-Id").orElseThrow());
    assertThat(response.body())
        .as(what)
        .doesNotContainPattern("Exception|java\\.|org\\.|SQL|jdbc|postgres|/dev/portico");
    if (response.status() == 401) {
      assertThat(response.header("WWW-Authenticate")).as(what).isPresent();
    }
    if (response.status() == 405) {
      assertThat(response.header("Allow")).as(what).isPresent();
    }
    if (response.status() == 503) {
      assertThat(response.header("Retry-After")).as(what).isPresent();
    }
  }
}
