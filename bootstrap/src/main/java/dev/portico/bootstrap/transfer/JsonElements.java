package dev.portico.bootstrap.transfer;

import java.io.Closeable;
import java.io.InputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The elements of one long array in a JSON document, one after the other. */
final class JsonElements implements Closeable {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final JsonParser parser;
  private boolean ended;

  private JsonElements(InputStream in) {
    parser = MAPPER.createParser(in);
  }

  /** An element, and the line it begins in. */
  record Element(long line, JsonNode node) {}

  /** Those of a document that is an array. */
  static JsonElements of(InputStream in) {
    var elements = new JsonElements(in);
    elements.require(JsonToken.START_ARRAY, "The file must be a JSON array.");
    return elements;
  }

  /** Those of a member of a document that is an object. */
  static JsonElements ofMember(InputStream in, String name) {
    var elements = new JsonElements(in);
    elements.require(JsonToken.START_OBJECT, "The file must be a JSON object.");
    elements.goTo(name);
    return elements;
  }

  private void goTo(String name) {
    var missing = "The file has no list called %s.".formatted(name);
    try {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean found = name.equals(parser.currentName());
        var value = parser.nextToken();
        if (found && value == JsonToken.START_ARRAY) {
          return;
        }
        parser.skipChildren();
      }
    } catch (JacksonException damaged) {
      throw broken();
    }
    throw new FileUnusable(missing);
  }

  private void require(JsonToken token, String otherwise) {
    try {
      if (parser.nextToken() == token) {
        return;
      }
    } catch (JacksonException notJson) {
      // Said below.
    }
    throw new FileUnusable(otherwise);
  }

  /** The next one; empty after the last. */
  Optional<Element> next() {
    if (ended) {
      return Optional.empty();
    }
    try {
      var token = parser.nextToken();
      if (token == JsonToken.END_ARRAY) {
        ended = true;
        return Optional.empty();
      }
      if (token == null) {
        throw broken();
      }
      long line = parser.currentTokenLocation().getLineNr();
      return Optional.of(new Element(line, parser.readValueAsTree()));
    } catch (JacksonException damaged) {
      throw broken();
    }
  }

  private FileUnusable broken() {
    return new FileUnusable(
        "The file is no JSON from line %d on.".formatted(parser.currentLocation().getLineNr()));
  }

  @Override
  public void close() {
    parser.close();
  }
}
