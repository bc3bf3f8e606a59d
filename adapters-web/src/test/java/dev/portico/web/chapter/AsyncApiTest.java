package dev.portico.web.chapter;

import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.portico.application.notifications.port.Mailer;
import dev.portico.domain.users.SignInName;
import dev.portico.testkit.Capability;
import dev.portico.testkit.Needs;
import dev.portico.testkit.PortOverrides;
import dev.portico.testkit.TestTasks;
import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestClient;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** 15.4, first part: asynchronous endpoints. */
@ApiTest
class AsyncApiTest {

  @Test
  void createsAUserWithoutWaiting(TestClient client) {
    var name = ServiceUnderTest.uniqueName();

    var created =
        client
            .async()
            .post(
                "/auth/register",
                json("username", name, "email", name + "@example.com", "password", "TestPass123!"));

    created.join().expectStatus(201).expectJson("/username", name);
  }

  @Test
  @Needs(Capability.STORES)
  void worksOnTheStoreDirectly(ServiceUnderTest service) {
    var user = service.add(service.someone().named("dbuser").build());

    var found = service.users().credentialsOf(SignInName.of("dbuser")).orElseThrow().user();

    assertThat(found).isEqualTo(user);
    assertThat(found.email().text()).isEqualTo("dbuser@example.com");
  }

  @Test
  void answersSeveralRequestsAtOnce(TestClient client) {
    var answers = Stream.of("/items/", "/users/", "/health").map(client.async()::get).toList();

    answers.forEach(answer -> answer.join().expectStatus(200));
  }

  @Test
  void welcomesANewUserInTheBackground(TestClient client, TestTasks tasks, PortOverrides ports) {
    tasks.hold();
    var mailer = ports.override(Mailer.class, mock(Mailer.class));

    client
        .post(
            "/users/",
            json("username", "bguser", "email", "bg@example.com", "password", "TestPass123!"))
        .expectStatus(201);
    verifyNoInteractions(mailer);

    tasks.runNext();
    verify(mailer, times(1)).send(any());
    assertThat(tasks.pending()).isEmpty();
  }

  @Test
  void chats(TestClient client) {
    try (var socket = client.websocket("/ws/chat")) {
      socket.sendJson("message", "Hello");

      var received = socket.receiveJson();
      received.expectJson("/type", "message");
      assertThat(received.text("/content")).contains("Hello");
    }
  }
}
