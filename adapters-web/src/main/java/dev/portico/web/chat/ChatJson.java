package dev.portico.web.chat;

import dev.portico.domain.chat.ChatMessage;
import dev.portico.domain.chat.MessageText;
import dev.portico.web.shared.JsonBody;
import dev.portico.web.shared.Refusal;
import java.time.Instant;
import java.util.UUID;
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

  private final JsonMapper json;

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

  String frameOf(ChatMessage message) {
    return json.writeValueAsString(MessageJson.of(message));
  }

  String errorFrame(String detail) {
    return json.writeValueAsString(new ErrorJson("error", detail));
  }
}
