package dev.portico.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data from outside, as a service without a source of its own passes them on. */
@ApiTest
class FeedApiTest {

  private final ServiceUnderTest service;

  FeedApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  @Test
  void showsMadeUpDataAndSaysSo() {
    var answer = service.client().get("/api/data").expectStatus(200);

    answer.expectJson("/data/sandbox", true);
    assertThat(answer.json().propertyNames()).containsExactly("data");
    assertThat(answer.json().at("/data/items").size()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer nonsense", "Basic dTpw", ""})
  void looksAtNoCredentials(String authorization) {
    service.client().get("/api/data", "Authorization", authorization).expectStatus(200);
  }

  @Test
  void goesByGetAlone() {
    service.client().send("HEAD", "/api/data").expectStatus(200);
    service.client().send("POST", "/api/data").expectStatus(405);
    service.client().get("/api/data/").expectStatus(404);
  }
}
