package dev.portico.domain.events;

import dev.portico.domain.shared.Parsed;
import java.nio.charset.StandardCharsets;

/**
 * What else is to be said of an event: a JSON object (RFC 8259) of any members, as text of at most
 * {@value #MAX_BYTES} bytes. A store may put its members in another order and other blanks between
 * them, but changes no value.
 */
public record EventData(String json) {

  private static final int MAX_BYTES = 16 << 10;

  /** Takes an object's text; that it is one is for whoever read it to know. */
  public static Parsed<EventData> parse(String json) {
    // Before its bytes are made: each character is at least one.
    if (json.length() > MAX_BYTES || json.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      return Parsed.refused("must be at most " + MAX_BYTES + " bytes");
    }
    return Parsed.accepted(new EventData(json));
  }
}
