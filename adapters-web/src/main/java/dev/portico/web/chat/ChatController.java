package dev.portico.web.chat;

import dev.portico.application.Hexagon;
import dev.portico.application.chat.JoinRoom;
import dev.portico.application.chat.ReadMessages;
import dev.portico.domain.chat.Author;
import dev.portico.domain.chat.RoomName;
import dev.portico.domain.users.UserId;
import dev.portico.domain.users.Username;
import dev.portico.web.chat.ChatJson.MessageJson;
import dev.portico.web.shared.Authentication.Recognised;
import dev.portico.web.shared.Caller;
import dev.portico.web.shared.ClientAddress;
import dev.portico.web.shared.Cursors;
import dev.portico.web.shared.Handshake;
import dev.portico.web.shared.PageJson;
import dev.portico.web.shared.Paging;
import dev.portico.web.shared.ProblemType;
import dev.portico.web.shared.QueryFields;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.socket.WebSocketHandler;

/** The door to the rooms, and what was said there. */
@RestController
final class ChatController {

  private static final String SUBPROTOCOL = "portico.chat";

  private final JoinRoom joinRoom;
  private final ReadMessages readMessages;
  private final ChatSockets sockets;
  private final WebSocketHandler handler;
  private final Cursors cursors;

  ChatController(Hexagon hexagon, ChatSockets sockets, WebSocketHandler handler, Cursors cursors) {
    joinRoom = hexagon.joinRoom();
    readMessages = hexagon.readMessages();
    this.sockets = sockets;
    this.handler = handler;
    this.cursors = cursors;
  }

  @GetMapping("/ws/chat")
  @RoutePolicy(Who.SOCKET)
  void join(Handshake handshake, QueryFields query, ClientAddress address) {
    var named = query.optional("room", RoomName::parse);
    query.check();
    var room = named.value().orElse(RoomName.LOBBY);
    var recognised = handshake.recognised();
    var member = recognised.map(it -> memberOf(it.caller()));
    switch (joinRoom.handle(new JoinRoom.Command(room, member))) {
      case JoinRoom.Outcome.Joined(var author, var pace) ->
          open(
              handshake,
              new Seat(room, author, pace, recognised.map(Recognised::credentials), address));
      case JoinRoom.Outcome.MembersOnly() -> throw membersOnly();
    }
  }

  private static Author memberOf(Caller caller) {
    return Author.member(new UserId(caller.id()), new Username(caller.name()));
  }

  private static Refusal membersOnly() {
    return Refusal.of(ProblemType.NOT_AUTHENTICATED, "Guests may join the lobby only")
        .with("WWW-Authenticate", "Bearer");
  }

  @GetMapping(
      path = {"/chat/{room}/messages", "/chat/{room}/messages/"},
      produces = MediaType.APPLICATION_JSON_VALUE)
  @RoutePolicy(Who.ANYONE)
  PageJson<MessageJson> read(
      @PathVariable("room") String text, QueryFields query, Optional<Caller> caller) {
    var room =
        RoomName.parse(text)
            .asOptional()
            .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND, "Room not found"));
    var paging = Paging.byNumber(cursors, "chat " + room);
    var asked = paging.asked(query);
    query.check();
    var command = new ReadMessages.Command(room, caller.isPresent(), asked.get());
    return switch (readMessages.handle(command)) {
      case ReadMessages.Outcome.Listed(var page) ->
          paging.answer(page, kept -> MessageJson.of(kept.message()));
      case ReadMessages.Outcome.MembersOnly() -> throw membersOnly();
    };
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
