package dev.portico.bootstrap.transfer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Users as JSON lines: an object a line, blank lines between them or not. */
final class JsonLines implements UserLines {

  private static final int MOST_CHARACTERS = 1 << 16;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final BufferedReader reader;
  private long number;

  JsonLines(InputStream in) {
    reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
  }

  @Override
  public Optional<UserLine> next() throws IOException {
    var text = new StringBuilder();
    while (readLine(text)) {
      number++;
      if (text.length() > MOST_CHARACTERS) {
        return Optional.of(
            UserLine.damaged(number, "", "is longer than " + MOST_CHARACTERS + " characters"));
      }
      var line = text.toString().replace("\uFEFF", "");
      if (!line.isBlank()) {
        return Optional.of(parse(line));
      }
    }
    return Optional.empty();
  }

  /** Reads up to the next line feed, but keeps no more than a little over the limit. */
  private boolean readLine(StringBuilder text) throws IOException {
    text.setLength(0);
    int read = reader.read();
    if (read < 0) {
      return false;
    }
    while (read >= 0 && read != '\n') {
      if (text.length() <= MOST_CHARACTERS) {
        text.append((char) read);
      }
      read = reader.read();
    }
    return true;
  }

  private UserLine parse(String line) {
    try {
      var node = MAPPER.readTree(line);
      return node.isObject() ? fields(node) : UserLine.damaged(number, "", "must be a JSON object");
    } catch (JacksonException notJson) {
      return UserLine.damaged(number, "", "must be JSON, without a member twice");
    }
  }

  private UserLine fields(JsonNode node) {
    var fields = new HashMap<String, String>();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      var name = member.getKey();
      if (!UserFields.NAMES.contains(name)) {
        return UserLine.damaged(
            number, "", "has a member that is none of " + String.join(", ", UserFields.NAMES));
      }
      var text = text(member.getValue());
      if (text.isEmpty()) {
        return UserLine.damaged(number, "/" + name, "must be a text");
      }
      if (!text.get().isEmpty()) {
        fields.put(name, text.get());
      }
    }
    return UserLine.of(number, fields);
  }

  /** A member as text; a list as words. */
  private static Optional<String> text(JsonNode value) {
    if (value.isNull()) {
      return Optional.of("");
    }
    if (value.isValueNode()) {
      return Optional.of(value.asString());
    }
    if (!value.isArray()) {
      return Optional.empty();
    }
    var words = new StringJoiner(" ");
    for (var word : value) {
      if (!word.isString() || word.asString().indexOf(' ') >= 0) {
        return Optional.empty();
      }
      words.add(word.asString());
    }
    return Optional.of(words.toString());
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
