package dev.portico.domain.shared;

import java.util.StringJoiner;

/** A JSON object (RFC 8259) as text, its members in the order in which they were added. */
public final class JsonObject {

  private static final int FIRST_PRINTABLE = 0x20;

  private final StringJoiner members = new StringJoiner(",", "{", "}");

  /** With a text. */
  @CanIgnoreReturnValue
  public JsonObject with(String name, String text) {
    return withJson(name, quoted(text));
  }

  /** With an object. */
  @CanIgnoreReturnValue
  public JsonObject with(String name, JsonObject object) {
    return withJson(name, object.toString());
  }

  /**
   * With a value that is JSON already.
   *
   * @param json taken as it is
   */
  @CanIgnoreReturnValue
  public JsonObject withJson(String name, String json) {
    members.add(quoted(name) + ":" + json);
    return this;
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < FIRST_PRINTABLE || (Character.isSurrogate(c) && isAlone(text, i))) {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private static boolean isAlone(String text, int at) {
    char c = text.charAt(at);
    return Character.isHighSurrogate(c)
        ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
        : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
  }

  @Override
  public String toString() {
    return members.toString();
  }
}
