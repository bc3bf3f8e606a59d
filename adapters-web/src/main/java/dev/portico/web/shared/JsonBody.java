package dev.portico.web.shared;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON object that a request or a frame carries (RFC 8259), read strictly: no duplicate
 * members, nothing behind the object, and a member that nobody asked for is refused by name.
 */
public final class JsonBody extends Fields {

  private static final int MAX_DEPTH = 32;
  private static final int MAX_NUMBER_LENGTH = 100;
  private static final int MAX_NAME_LENGTH = 256;

  /** Names, values and brackets; a tree of them takes many times the room of the text. */
  private static final long MAX_TOKENS = 10_000;

  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER_LENGTH)
                          .maxNameLength(MAX_NAME_LENGTH)
                          .maxTokenCount(MAX_TOKENS)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode members;
  private final Set<String> known = new HashSet<>();

  private JsonBody(JsonNode members) {
    this.members = members;
  }

  /**
   * Reads a body.
   *
   * @throws Refusal if it is no JSON, or no object
   */
  static JsonBody parse(byte[] bytes) {
    return parse(RequestText.utf8(bytes), "body");
  }

  /**
   * Reads a frame of a WebSocket.
   *
   * @throws Refusal if it is no JSON, or no object
   */
  public static JsonBody parseFrame(String text) {
    return parse(text, "frame");
  }

  private static JsonBody parse(String text, String what) {
    JsonNode node;
    try {
      node = STRICT.readTree(text);
    } catch (JacksonException broken) {
      // Its message quotes the input, which may hold a password.
      throw RequestText.malformed("The " + what + " is not valid JSON");
    }
    if (!node.isObject()) {
      throw RequestText.malformed("The " + what + " must be a JSON object");
    }
    checkTexts(node);
    return new JsonBody(node);
  }

  private static void checkTexts(JsonNode node) {
    if (node.isString()) {
      RequestText.clean(node.stringValue());
    }
    node.propertyNames().forEach(RequestText::clean);
    node.values().forEach(JsonBody::checkTexts);
  }

  @Override
  Raw raw(String name) {
    known.add(name);
    var node = members.get(name);
    if (node == null || node.isNull()) {
      return new Raw.Absent();
    }
    return node.isString() ? new Raw.Text(node.stringValue()) : new Raw.NoText();
  }

  @Override
  void complete() {
    List.copyOf(members.propertyNames()).stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> refuse(name, "is not known here"));
  }
}
