package dev.portico.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of requests: a harmless one is kept, any other replaced. */
@ApiTest
class RequestIdApiTest {

  private final ServiceUnderTest service;

  RequestIdApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "A-b_c.9", "01906c4e-8f00-7abc-8def-0123456789ab"})
  void keepsAHarmlessRequestId(String id) {
    service
        .client()
        .get("/nowhere", "X-Request-Id", id)
        .expectHeader("X-Request-Id", id)
        .expectJson("/request_id", id);
  }

  @ParameterizedTest
  @DisplayName("LG-2: replacesAnyOtherRequestId")
  @ValueSource(
      strings = {
        "a b",
        "a\"b",
        "a'b",
        "{}",
        "a;b",
        "a,b",
        "a/b",
        "<b>",
        "${x}",
        "%0a",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      })
  void replacesAnyOtherRequestId(String id) {
    var answer = service.client().get("/nowhere", "X-Request-Id", id);

    assertThat(answer.header("X-Request-Id").orElseThrow()).isNotEqualTo(id).hasSize(16);
    assertThat(service.client().get("/nowhere", "X-Request-Id", id).header("X-Request-Id"))
        .isNotEqualTo(answer.header("X-Request-Id"));
  }
}
