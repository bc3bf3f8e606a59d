package dev.portico.bootstrap;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.persistence.shared.TestPostgres;
import dev.portico.testkit.TestTime;
import dev.portico.web.shared.SocketClient;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** HT-2: two people behind one cache that is shared, as a company's proxy or a CDN would be. */
@Timeout(180)
class CachingProxyTest {

  private static final String HIT = "CACHE_HIT";
  private static final String MISS = "CACHE_MISS";
  private static final String VALIDATED = "VALIDATED";

  private final TestTime time = new TestTime();
  private final RunningPortico service =
      RunningPortico.startWithoutTasks(
          Settings.of(
              RawSettings.collect(
                  PorticoOnTestDatabase.environment(TestPostgres.database()), Map.of(), List.of())),
          _ -> {},
          new Outside() {
            @Override
            InstantSource time() {
              return time;
            }
          });
  private final CachingProxy proxy = new CachingProxy(service.localUrl());
  private final TestClient direct = new SocketClient(service.localUrl());
  private final TestClient client = new SocketClient(proxy.url());
  private String[] alice = {};
  private String[] bob = {};

  @BeforeEach
  void haveTwoPeople() {
    alice = bearer(Accounts.registerAndSignIn(direct, "alice"));
    bob = bearer(Accounts.registerAndSignIn(direct, "bob"));
    leaveThings("alice's", alice);
    leaveThings("bob's", bob);
  }

  private void leaveThings(String whose, String[] owner) {
    direct.post("/events/", json("name", whose + " event"), owner).expectStatus(201);
    direct
        .post(
            "/payments/",
            json("amount", "10", "currency", "USD", "description", whose + " book"),
            owner)
        .expectStatus(200);
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    service.close();
  }

  private TestResponse viewAs(String[] who, String target) {
    return client.get(target, who).expectStatus(200);
  }

  /** Or nothing here would show anything. */
  @Test
  void keepsWhatItMay() {
    client.get("/.well-known/jwks.json").expectStatus(200).expectHeader(CachingProxy.DID, MISS);
    client.get("/.well-known/jwks.json").expectStatus(200).expectHeader(CachingProxy.DID, HIT);
  }

  @Test
  void showsNobodyWhatIsSomebodyElses() {
    for (var target :
        List.of("/users/me", "/users/me/sessions/", "/events/", "/payments/", "/webhooks/")) {
      for (int round = 0; round < 2; round++) {
        var first = viewAs(alice, target).expectHeader(CachingProxy.DID, MISS);
        var second = viewAs(bob, target).expectHeader(CachingProxy.DID, MISS);

        first.expectHeader("Cache-Control", "no-store");
        assertThat(first.body()).as(target).doesNotContain("bob");
        assertThat(second.body()).as(target).doesNotContain("alice");
      }
      client.get(target).expectStatus(401);
    }
  }

  @Test
  void showsNobodyWhatACookieOfSomebodyElsesOpens() {
    for (var name : List.of("alice", "bob", "alice")) {
      var token = (name.equals("alice") ? alice : bob)[1].replace("Bearer ", "");

      client
          .get("/protected/cookie", "Cookie", "access_token=" + token)
          .expectStatus(200)
          .expectHeader(CachingProxy.DID, MISS)
          .expectJson("/username", name);
    }
    client.get("/protected/cookie").expectStatus(401);
  }

  @Test
  void asksEachTimeWhetherTheReportIsStillTheLastOne() {
    var first = viewAs(alice, "/expensive-query").expectHeader(CachingProxy.DID, MISS);
    var second = viewAs(bob, "/expensive-query").expectHeader(CachingProxy.DID, VALIDATED);
    var third = viewAs(new String[0], "/expensive-query").expectHeader(CachingProxy.DID, VALIDATED);

    for (var report : List.of(first, second, third)) {
      report.expectHeader("Cache-Control", "no-cache, public").expectHeader("Vary", "Accept");
      assertThat(report.header("ETag")).isEqualTo(first.header("ETag"));
      // Names of events are in it, which are meant to be; of people there is nothing.
      assertThat(report.body()).isEqualTo(first.body()).doesNotContain("@example.com");
    }
  }

  @Test
  void keepsNoReportForLongerThanTheServiceDoes() {
    var first = viewAs(alice, "/expensive-query");
    time.advance(Duration.ofSeconds(61));

    var second = viewAs(bob, "/expensive-query");

    assertThat(second.text("/generated_at")).isNotEqualTo(first.text("/generated_at"));
    assertThat(second.header("ETag")).isNotEqualTo(first.header("ETag"));
    assertThat(viewAs(alice, "/expensive-query").expectHeader(CachingProxy.DID, VALIDATED).body())
        .isEqualTo(second.body());
  }

  @Test
  void tellsFormsOfAnswersApart() {
    var report = viewAs(alice, "/expensive-query");

    client.get("/expensive-query", "Accept", "text/html").expectStatus(406);
    assertThat(viewAs(bob, "/expensive-query").body()).isEqualTo(report.body());
  }
}
