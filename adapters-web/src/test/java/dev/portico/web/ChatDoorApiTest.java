package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.ServiceUnderTest.expectAmbiguous;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets into which room, and what a handshake must be. */
@ApiTest
class ChatDoorApiTest {

  private final ServiceUnderTest service;

  ChatDoorApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  private final String room = "/ws/chat?room=" + uniqueName();

  private String newToken() {
    return service.issue(service.newUser());
  }

  private static String cookie(String token) {
    return "access_token=" + token;
  }

  private void expectAdmission(String... headers) {
    try (var socket = service.client().websocket(room, headers)) {
      socket.sendJson("message", "Hello");
      socket.receiveJson().expectJson("/content", "Hello");
    }
  }

  @Test
  @DisplayName("WS-2: letsNoGuestIntoARoomOfMembers")
  void letsNoGuestIntoARoomOfMembers() {
    service
        .client()
        .refusedWebsocket(room)
        .expectStatus(401)
        .expectDetail("Guests may join the lobby only")
        .expectHeader("WWW-Authenticate", "Bearer");
  }

  @Test
  void takesATokenInTheHeader() {
    expectAdmission(bearer(newToken()));
  }

  @Test
  void takesATokenInTheCookieFromOurPages() {
    var token = newToken();

    expectAdmission("Cookie", cookie(token), "Origin", service.origin());
    expectAdmission(
        "Cookie", cookie(token), "Origin", service.origin(), "Sec-Fetch-Site", "same-origin");
  }

  @Test
  void takesATokenAmongTheSubprotocols() {
    var token = newToken();

    try (var socket =
        service
            .client()
            .websocket(room, "Sec-WebSocket-Protocol", "portico.chat, bearer." + token)) {
      assertThat(socket.subprotocol()).contains("portico.chat");
    }
    try (var socket =
        service
            .client()
            .websocket(
                room,
                "Sec-WebSocket-Protocol",
                "bearer." + token,
                "Sec-WebSocket-Protocol",
                "other,portico.chat")) {
      assertThat(socket.subprotocol()).contains("portico.chat");
    }
  }

  @Test
  @DisplayName("WS-2: neverAnswersWithTheToken")
  void neverAnswersWithTheToken() {
    var token = newToken();

    try (var socket =
        service.client().websocket(room, "Sec-WebSocket-Protocol", "bearer." + token)) {
      assertThat(socket.subprotocol()).isEmpty();
      assertThat(socket.handshake().headers().toString()).doesNotContain(token);
    }
  }

  @Test
  @DisplayName("WS-2: readsNoTokenInTheUrl")
  void readsNoTokenInTheUrl() {
    var token = newToken();

    service.client().refusedWebsocket(room + "&access_token=" + token).expectStatus(401);
    service.client().refusedWebsocket(room + "&token=" + token).expectStatus(401);
    expectAmbiguous(
        service.client().refusedWebsocket(room + "&access_token=" + token, bearer(token)));
  }

  @Test
  void refusesCredentialsThatDisagree() {
    var token = newToken();
    var other = newToken();
    var subprotocols = "portico.chat, bearer." + token;

    expectAmbiguous(
        service
            .client()
            .refusedWebsocket(
                room, "Authorization", "Bearer " + token, "Sec-WebSocket-Protocol", subprotocols));
    expectAmbiguous(
        service
            .client()
            .refusedWebsocket(room, "Sec-WebSocket-Protocol", subprotocols + ", bearer." + token));
    expectAmbiguous(
        service
            .client()
            .refusedWebsocket(
                room, "Sec-WebSocket-Protocol", subprotocols, "Cookie", cookie(other)));
  }

  @Test
  @DisplayName("WS-2: refusesABadTokenInTheLobbyToo")
  void refusesABadTokenInTheLobbyToo() {
    var expired = service.tokens().expired(service.newUser().id());

    for (var target : new String[] {"/ws/chat", room}) {
      service
          .client()
          .refusedWebsocket(target, bearer(expired))
          .expectStatus(401)
          .expectDetail("Token has expired");
      service.client().refusedWebsocket(target, bearer("x")).expectStatus(401);
      service
          .client()
          .refusedWebsocket(target, "Sec-WebSocket-Protocol", "bearer.x")
          .expectStatus(401);
      service
          .client()
          .refusedWebsocket(target, "Cookie", cookie(expired), "Origin", service.origin())
          .expectStatus(401);
    }
  }

  @ParameterizedTest
  @DisplayName("WS-1: refusesAHandshakeForAnotherSite")
  @ValueSource(
      strings = {
        "Origin: null",
        "Origin: ",
        "Origin: https://foreign.example",
        "Origin: http://localhost",
        "Origin: https://localhost:8000",
        "Origin: http://localhost:8000.foreign.example",
        "Origin: https://portico.example.foreign.example",
        "Origin: http://portico.example",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site"
      })
  void refusesAHandshakeForAnotherSite(String header) {
    var token = newToken();
    var foreign = header.split(": ", 2);

    var refused = service.client().refusedWebsocket("/ws/chat", foreign).expectStatus(403);

    assertThat(refused.text("/type")).endsWith("#cross-site");
    service
        .client()
        .refusedWebsocket(room, "Cookie", cookie(token), foreign[0], foreign[1])
        .expectStatus(403);
    service
        .client()
        .refusedWebsocket(room, "Authorization", "Bearer " + token, foreign[0], foreign[1])
        .expectStatus(403);
  }

  @Test
  @DisplayName("WS-1: believesNoOtherHeaderAboutAForeignOrigin")
  void believesNoOtherHeaderAboutAForeignOrigin() {
    service
        .client()
        .refusedWebsocket(
            "/ws/chat", "Origin", "https://foreign.example", "Sec-Fetch-Site", "same-origin")
        .expectStatus(403);
    service
        .client()
        .refusedWebsocket(
            "/ws/chat", "Origin", service.origin(), "Origin", "https://foreign.example")
        .expectStatus(403);
  }

  @Test
  @DisplayName("WS-1: takesNoCookieWithoutAnOrigin")
  void takesNoCookieWithoutAnOrigin() {
    var token = newToken();

    service.client().refusedWebsocket(room, "Cookie", cookie(token)).expectStatus(403);
    service
        .client()
        .refusedWebsocket(room, "Cookie", cookie(token), "Sec-Fetch-Site", "same-origin")
        .expectStatus(403);
    service.client().refusedWebsocket("/ws/chat", "Cookie", cookie(token)).expectStatus(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Lobby", "a%20b", "a+b", "%C3%A9", "a/b"})
  void refusesABadNameOfARoom(String name) {
    service
        .client()
        .refusedWebsocket("/ws/chat?room=" + name, bearer(newToken()))
        .expectStatus(422)
        .expectErrorsAt("/room");
  }

  @Test
  void refusesTwoRooms() {
    service.client().refusedWebsocket("/ws/chat?room=a&room=b").expectStatus(400);
  }

  @Test
  void asksForAnUpgrade() {
    var refused =
        service.client().get("/ws/chat").expectStatus(426).expectHeader("Upgrade", "websocket");

    assertThat(refused.text("/type")).endsWith("#upgrade-required");
    service.client().send("HEAD", "/ws/chat").expectStatus(426);
    service.client().send("POST", "/ws/chat").expectStatus(405);
    service.client().refusedWebsocket("/ws/chat", "Upgrade", "h2c").expectStatus(426);
    service.client().refusedWebsocket("/ws/chat", "Connection", "keep-alive").expectStatus(426);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "14", "", "13, 8", "x"})
  void speaksVersionThirteen(String version) {
    service
        .client()
        .refusedWebsocket("/ws/chat", "Sec-WebSocket-Version", version)
        .expectStatus(426)
        .expectHeader("Sec-WebSocket-Version", "13");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "dGhlIHNhbXBsZSBub25jZQ", "dGhlIHNhbXBsZSBub25jZTEyMw==", "="})
  void refusesABadKey(String key) {
    service.client().refusedWebsocket("/ws/chat", "Sec-WebSocket-Key", key).expectStatus(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"permessage-deflate", "permessage-deflate; client_max_window_bits", "x", "=;,"})
  void takesUpNoExtension(String extensions) {
    try (var socket =
        service
            .client()
            .websocket(
                room,
                "Authorization",
                "Bearer " + newToken(),
                "Sec-WebSocket-Extensions",
                extensions)) {
      assertThat(socket.handshake().headers()).doesNotContainKey("sec-websocket-extensions");
    }
  }
}
