package dev.portico.domain.chat;

import dev.portico.domain.shared.Parsed;
import java.util.regex.Pattern;

/** What a room is called: 1 to 64 of {@code a–z 0–9 . _ -}. A room is there once it is named. */
public record RoomName(String text) {

  /** The room that is open to guests. */
  public static final RoomName LOBBY = new RoomName("lobby");

  private static final Pattern RULE = Pattern.compile("[a-z0-9._-]{1,64}");

  public static Parsed<RoomName> parse(String text) {
    return RULE.matcher(text).matches()
        ? Parsed.accepted(new RoomName(text))
        : Parsed.refused("must be 1 to 64 of a-z 0-9 . _ -");
  }

  public boolean isOpenToGuests() {
    return equals(LOBBY);
  }

  @Override
  public String toString() {
    return text;
  }
}
