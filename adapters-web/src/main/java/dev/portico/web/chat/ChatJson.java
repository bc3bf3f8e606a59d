package dev.portico.web.chat;

import dev.portico.domain.chat.ChatMessage;
import dev.portico.domain.chat.MessageText;
import dev.portico.web.shared.JsonBody;
import dev.portico.web.shared.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.socket.TextMessage;
import tools.jackson.databind.json.JsonMapper;

/** The frames of the chat. */
final class ChatJson {

  /** What was said, as everyone in the room gets it. */
  record MessageJson(
      String type, UUID id, String room, String author, String content, Instant sentAt) {

    static MessageJson of(ChatMessage message) {
      return new MessageJson(
          "message",
          message.id(),
          message.room().text(),
          message.author().name(),
          message.content().text(),
          message.sentAt());
    }
  }

  /** Why a frame was not carried out, as its sender alone gets it. */
  record ErrorJson(String type, String detail) {}

  private record Framed(ChatMessage message, TextMessage frame) {}

  private final JsonMapper json;
  private volatile Optional<Framed> lastFrame = Optional.empty();

  ChatJson(JsonMapper json) {
    this.json = json;
  }

  /**
   * What a client wants to say.
   *
   * @throws Refusal if the frame does not say it
   */
  static MessageText textIn(String frame) {
    var body = JsonBody.parseFrame(frame);
    var message = body.required("message", MessageText::parse);
    body.check();
    return message.value();
  }

  /** One frame for all who hear the message: they do so one right after the other. */
  TextMessage frameOf(ChatMessage message) {
    var last = lastFrame;
    if (last.isEmpty() || !last.get().message().equals(message)) {
      last = Optional.of(new Framed(message, frame(MessageJson.of(message))));
      lastFrame = last;
    }
    return last.get().frame();
  }

  TextMessage errorFrame(String detail) {
    return frame(new ErrorJson("error", detail));
  }

  /** Made of bytes, so that they are counted once. */
  private TextMessage frame(Object content) {
    return new TextMessage(json.writeValueAsBytes(content));
  }
}
