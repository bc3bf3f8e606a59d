package dev.portico.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages behind the links in mails. */
@ApiTest
class CodePagesApiTest {

  private final ServiceUnderTest service;

  CodePagesApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  // EM-2: what uses the code is a POST, and no script or style stands in the page itself.
  @ParameterizedTest
  @CsvSource({"/verify-email, /auth/email/verify", "/reset-password, /auth/password/reset"})
  void leadToThePostAndRunNothingInline(String page, String action) {
    var answer = service.client().get(page).expectStatus(200);

    assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(answer.header("Content-Security-Policy").orElseThrow())
        .contains("script-src 'self';");
    assertThat(answer.body())
        .contains("data-action=\"" + action + "\"", "<script src=\"/docs/codes.js\"></script>")
        .doesNotContainPattern("<script>|<style|style=|onclick");
    service.client().get("/docs/codes.js").expectStatus(200);
    service.client().get("/docs/codes.css").expectStatus(200);
    service.client().send("GET", action).expectStatus(405);
  }
}
