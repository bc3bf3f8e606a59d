package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestRequest;
import dev.portico.web.shared.TestResponse;
import dev.portico.web.shared.TestUser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading what was said. */
@ApiTest
class ChatHistoryApiTest {

  private final ServiceUnderTest service;
  private final String room = uniqueName();
  private final String past = "/chat/" + room + "/messages";

  ChatHistoryApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  /** What the speaker heard of it, in order. */
  private List<String> say(TestUser speaker, int messages) {
    var heard = new ArrayList<String>();
    try (var socket = service.client().as(speaker).websocket("/ws/chat?room=" + room)) {
      for (int i = 1; i <= messages; i++) {
        socket.sendJson("message", "<b>m" + i + "</b>");
        heard.add(socket.receiveText());
      }
    }
    return heard;
  }

  private static List<String> items(TestResponse page) {
    return page.json().get("items").valueStream().map(Object::toString).toList();
  }

  @Test
  @DisplayName("WS-6: showsWhatWasHeardAsItWasHeard")
  void showsWhatWasHeardAsItWasHeard() {
    var user = service.testUser();
    var heard = say(user, 3);

    var page = service.client().as(user).get(past).expectStatus(200);

    page.expectJson("/next_cursor", null);
    assertThat(items(page)).isEqualTo(heard.reversed());
    page.expectHeader("Cache-Control", "no-store");
    assertThat(service.client().as(user).get(past + "/").body()).isEqualTo(page.body());
  }

  @Test
  void showsEveryMessageOnceOverAllPages() {
    var client = service.client().as(service.testUser());
    var heard = say(service.testUser(), 7);

    var seen = new ArrayList<String>();
    var page = client.get(past + "?limit=3").expectStatus(200);
    seen.addAll(items(page));
    while (!page.json().at("/next_cursor").isNull()) {
      page = client.get(past + "?limit=3&cursor=" + page.text("/next_cursor")).expectStatus(200);
      seen.addAll(items(page));
    }

    assertThat(seen).isEqualTo(heard.reversed());
  }

  @Test
  void takesNoCursorOfAnotherRoom() {
    var user = service.testUser();
    say(user, 2);
    var cursor = service.client().as(user).get(past + "?limit=1").text("/next_cursor");

    var client = service.client().as(user);
    client.get("/chat/lobby/messages?cursor=" + cursor).expectStatus(400);
    client.get(past + "?cursor=" + cursor.substring(1)).expectStatus(400);
    client.get(past + "?limit=101").expectStatus(422).expectErrorsAt("/limit");
  }

  @Test
  void isEmptyWhereNothingWasEverSaid() {
    service
        .client()
        .as(service.testUser())
        .get(past)
        .expectStatus(200)
        .expectJson("/items", List.of());
  }

  @Test
  @DisplayName("WS-2: showsGuestsTheLobbyOnly")
  void showsGuestsTheLobbyOnly() {
    service.client().get("/chat/lobby/messages").expectStatus(200);
    service
        .client()
        .get(past)
        .expectStatus(401)
        .expectDetail("Guests may join the lobby only")
        .expectHeader("WWW-Authenticate", "Bearer");
    service.client().get("/chat/lobby/messages", bearer("x")).expectStatus(401);
  }

  @Test
  @ResourceLock("lobby")
  void showsWhatGuestsSaid() {
    var text = uniqueName();
    try (var guest = service.client().websocket("/ws/chat")) {
      guest.sendJson("message", text);
      var name = guest.receiveJson().text("/author");

      service
          .client()
          .get("/chat/lobby/messages?limit=1")
          .expectJson("/items/0/content", text)
          .expectJson("/items/0/author", name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lobby", "a%20b", "%C3%A9"})
  void knowsNoRoomOfABadName(String name) {
    service
        .client()
        .get("/chat/" + name + "/messages")
        .expectStatus(404)
        .expectDetail("Room not found");
  }

  @Test
  void losesWhatAUserSaidWithTheAccount() {
    var going = service.testUser();
    say(going, 2);
    var staying = service.testUser();
    var kept = say(staying, 1);

    service
        .client()
        .as(going)
        .send(
            TestRequest.of("DELETE", "/users/me")
                .with(TestRequest.json("password", ServiceUnderTest.PASSWORD)))
        .expectStatus(204);

    assertThat(items(service.client().as(staying).get(past))).isEqualTo(kept);
  }
}
