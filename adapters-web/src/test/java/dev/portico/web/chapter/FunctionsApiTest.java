package dev.portico.web.chapter;

import static dev.portico.testkit.Race.race;
import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.users.port.Users;
import dev.portico.domain.users.SignInName;
import dev.portico.testkit.Capability;
import dev.portico.testkit.Isolation;
import dev.portico.testkit.Needs;
import dev.portico.testkit.PortOverrides;
import dev.portico.testkit.Rung;
import dev.portico.testkit.TestTasks;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestUser;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 15.4, second part: what runs beside requests, and several things at once. */
@ApiTest
class FunctionsApiTest {

  @Test
  @Needs(Capability.STORES)
  void keepsAUserWithoutHttp(ServiceUnderTest service) {
    service.add(service.someone().named("directtest").withEmail("direct@test.com").build());

    var found = service.users().credentialsOf(SignInName.of("directtest")).orElseThrow();

    assertThat(found.user().email().text()).isEqualTo("direct@test.com");
  }

  @Test
  @Isolation(Rung.CLONE)
  void countsThreeIncrementsAtOnceAsThree(TestClient client, TestUser user) {
    var counter = "/counters/" + ServiceUnderTest.uniqueName();
    var member = client.as(user);

    var values =
        race(3)
            .run(_ ->
                member
                    .post(counter + "/increment", json())
                    .expectStatus(200)
                    .json()
                    .get("value")
                    .intValue());

    assertThat(values).containsExactlyInAnyOrder(1, 2, 3);
    member.get(counter).expectStatus(200).expectJson("/value", 3);
  }

  @Test
  void runsATaskOfTheBackground(TestClient client, TestTasks tasks) {
    tasks.hold();
    client.post("/notify", json("email", "task@example.com")).expectStatus(200);

    assertThat(tasks.pending()).hasSize(1);
    assertThat(tasks.runAll()).isEqualTo(1);
    assertThat(tasks.pending()).isEmpty();
  }

  @Test
  void losesPatience(TestClient client, PortOverrides ports) {
    var gate = ports.gate(Users.class, "listActive");

    assertThatThrownBy(() -> client.within(Duration.ofMillis(5)).get("/users/"))
        .hasMessageContaining("no answer to GET /users/ within PT0.005S");

    gate.open();
  }

  @ParameterizedTest
  @CsvSource({"alice, true", "bob, true", "charlie, false"})
  @Needs(Capability.STORES)
  void knowsWhoExists(String name, boolean exists, ServiceUnderTest service) {
    service.add(service.someone().named("alice").build());
    service.add(service.someone().named("bob").build());

    assertThat(service.knows(name)).isEqualTo(exists);
  }
}
