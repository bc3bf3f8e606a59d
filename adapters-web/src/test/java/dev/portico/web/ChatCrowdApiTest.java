package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.uniqueName;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestSocket;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How many sockets one user may have. Of the other limits, see ChatSocketsTest. */
@ApiTest
class ChatCrowdApiTest {

  private static final int SOCKETS_PER_USER = 10;

  private final ServiceUnderTest service;

  ChatCrowdApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  @Test
  @DisplayName("WS-4: refusesAUserOneSocketTooMany")
  void refusesAUserOneSocketTooMany() {
    var client = service.client().as(service.testUser());
    var sockets = new ArrayList<TestSocket>();
    for (int i = 0; i < SOCKETS_PER_USER; i++) {
      sockets.add(client.websocket("/ws/chat?room=" + uniqueName()));
    }

    client
        .refusedWebsocket("/ws/chat?room=" + uniqueName())
        .expectStatus(429)
        .expectDetail("Too many sockets are open for this user")
        .expectHeader("Retry-After", "10");

    service.client().as(service.testUser()).websocket("/ws/chat?room=" + uniqueName()).close();
    sockets.forEach(TestSocket::close);
    client.websocket("/ws/chat?room=" + uniqueName()).close();
  }
}
