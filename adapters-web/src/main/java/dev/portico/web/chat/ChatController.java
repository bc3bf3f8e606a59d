package dev.portico.web.chat;

import dev.portico.application.chat.JoinRoom;
import dev.portico.domain.chat.RoomName;
import dev.portico.domain.users.Username;
import dev.portico.web.shared.Authentication.Recognised;
import dev.portico.web.shared.Handshake;
import dev.portico.web.shared.ProblemType;
import dev.portico.web.shared.QueryFields;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.socket.WebSocketHandler;

/** The door to the rooms. */
@RestController
final class ChatController {

  private static final String SUBPROTOCOL = "portico.chat";

  private final JoinRoom joinRoom;
  private final ChatSockets sockets;
  private final WebSocketHandler handler;

  ChatController(JoinRoom joinRoom, ChatSockets sockets, WebSocketHandler handler) {
    this.joinRoom = joinRoom;
    this.sockets = sockets;
    this.handler = handler;
  }

  @GetMapping("/ws/chat")
  @RoutePolicy(Who.SOCKET)
  void join(Handshake handshake, QueryFields query) {
    var named = query.optional("room", RoomName::parse);
    query.check();
    var room = named.value().orElse(RoomName.LOBBY);
    var recognised = handshake.recognised();
    var member = recognised.map(it -> new Username(it.caller().name()));
    switch (joinRoom.handle(new JoinRoom.Command(room, member))) {
      case JoinRoom.Outcome.Joined(var author) ->
          open(handshake, new Seat(room, author, recognised.map(Recognised::credentials)));
      case JoinRoom.Outcome.MembersOnly() ->
          throw Refusal.of(ProblemType.NOT_AUTHENTICATED, "Guests may join the lobby only")
              .with("WWW-Authenticate", "Bearer");
    }
  }

  private void open(Handshake handshake, Seat seat) {
    var socket = sockets.newSocket(seat);
    try {
      handshake.accept(SUBPROTOCOL, handler, socket.asAttribute());
    } catch (RuntimeException failure) {
      sockets.remove(socket);
      throw failure;
    }
  }
}
