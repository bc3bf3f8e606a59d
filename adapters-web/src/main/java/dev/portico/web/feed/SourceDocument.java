package dev.portico.web.feed;

import dev.portico.domain.feed.ExternalData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads what a source sent: one JSON value in UTF-8, without duplicate members. It is walked
 * through and never built up, since a tree takes many times the room of the text, and its text is
 * kept as it is, so that no number loses a digit on its way through.
 */
final class SourceDocument {

  private static final int MAX_DEPTH = 100;

  private static final JsonFactory STRICT =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private SourceDocument() {}

  /**
   * The value; where the document is an object with {@code data} for its only member, the value of
   * that.
   *
   * @throws IOException if the bytes are no such document
   */
  static ExternalData read(byte[] bytes) throws IOException {
    try {
      // A decoder made here reports what it cannot read, and puts nothing in its place.
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new ExternalData(value(text));
    } catch (CharacterCodingException notUtf8) {
      throw new IOException("no UTF-8", notUtf8);
    } catch (JacksonException broken) {
      throw new IOException("no JSON", broken);
    }
  }

  private static String value(String text) throws IOException {
    check(text);
    try (var parser = STRICT.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == JsonToken.START_OBJECT
          && parser.nextToken() == JsonToken.PROPERTY_NAME
          && parser.currentName().equals("data")) {
        var _ = parser.nextToken();
        int start = offset(parser);
        if (parser.skipChildren().nextToken() == JsonToken.END_OBJECT) {
          return text.substring(start, offset(parser)).strip();
        }
      }
    }
    return text.strip();
  }

  private static void check(String text) throws IOException {
    try (var parser = STRICT.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == null || parser.skipChildren().nextToken() != null) {
        throw new IOException("not one JSON value");
      }
    }
  }

  private static int offset(JsonParser parser) {
    return Math.toIntExact(parser.currentTokenLocation().getCharOffset());
  }
}
