package dev.portico.web.shared;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate before every route, tried on routes that were made for it. */
class PolicyTest {

  private final WebWorld world = new WebWorld();
  private final TestClient client = world.client();
  private final String token = world.tokenOf(world.add(world.someone().build()));

  @ParameterizedTest
  @DisplayName("AZ-1: neverReachesARouteWithoutAPolicy")
  @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "FOO"})
  void neverReachesARouteWithoutAPolicy(String method) {
    client.send(method, "/probe/unguarded").expectStatus(403);
    client.send(method, "/probe/unguarded", bearer(token)).expectStatus(403);

    assertThat(ProbeController.calls(world.scope())).isZero();
  }

  @ParameterizedTest
  @DisplayName("AZ-1: holdsEveryMethodToThePolicy")
  @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "FOO"})
  void holdsEveryMethodToThePolicy(String method) {
    client.send(method, "/probe/any").expectStatus(401);
    assertThat(ProbeController.calls(world.scope())).isZero();

    client.send(method, "/probe/any", bearer(token)).expectStatus(200);
    assertThat(ProbeController.calls(world.scope())).isEqualTo(1);
  }

  @ParameterizedTest
  @DisplayName("CK-3: changesNothingForAnotherSite")
  @ValueSource(
      strings = {
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Sec-Fetch-Site: ",
        "Origin: null",
        "Origin: ",
        "Origin: https://foreign.example",
        "Origin: https://localhost:8000",
        "Origin: http://localhost:8000/",
        "Origin: http://localhost:80000",
        "Origin: http://user@localhost:8000",
        "Referer: http://localhost:8000/docs",
        "X-Requested-With: XMLHttpRequest"
      })
  void changesNothingForAnotherSite(String header) {
    for (var method : List.of("POST", "PUT", "PATCH", "DELETE")) {
      var request =
          TestRequest.of(method, "/probe/change").with(List.of("Cookie", "access_token=" + token));

      var refused = client.send(request.with(List.of(header.split(": ", 2)))).expectStatus(403);

      assertThat(refused.text("/type")).endsWith("#cross-site");
      client.send(request).expectStatus(403);
    }
    assertThat(ProbeController.calls(world.scope())).isZero();
  }

  @Test
  @DisplayName("CK-3: changesWhatOurOwnPagesAsk")
  void changesWhatOurOwnPagesAsk() {
    for (var header :
        List.of(
            List.of("Sec-Fetch-Site", "same-origin"),
            List.of("Sec-Fetch-Site", "same-origin", "Origin", "https://foreign.example"),
            List.of("Origin", "http://localhost:8000"))) {
      for (var method : List.of("POST", "PUT", "PATCH", "DELETE")) {
        client
            .send(
                TestRequest.of(method, "/probe/change")
                    .with(List.of("Cookie", "access_token=" + token))
                    .with(header))
            .expectStatus(200);
      }
    }
    assertThat(ProbeController.calls(world.scope())).isEqualTo(12);
  }

  @Test
  @DisplayName("CK-3: asksNoBearerWhereItComesFrom")
  void asksNoBearerWhereItComesFrom() {
    for (var method : List.of("POST", "PUT", "PATCH")) {
      client.send(method, "/probe/change", bearer(token)).expectStatus(200);
    }
    client.send("DELETE", "/probe/change", bearer(token)).expectStatus(401);

    assertThat(ProbeController.calls(world.scope())).isEqualTo(3);
  }
}
