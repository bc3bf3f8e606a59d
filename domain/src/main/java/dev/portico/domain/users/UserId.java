package dev.portico.domain.users;

import dev.portico.domain.shared.Parsed;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names a user for ever, whatever the user is called: a UUID of version 7 (RFC 9562, 5.7). */
public record UserId(UUID value) {

  /** The canonical form only: {@link UUID#fromString} also takes {@code 1-2-3-4-5}. */
  private static final Pattern CANONICAL =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  public static Parsed<UserId> parse(String text) {
    return CANONICAL.matcher(text).matches()
        ? Parsed.accepted(new UserId(UUID.fromString(text)))
        : Parsed.refused("must be a UUID");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
