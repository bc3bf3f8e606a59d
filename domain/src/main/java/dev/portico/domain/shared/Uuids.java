package dev.portico.domain.shared;

import java.util.UUID;
import java.util.regex.Pattern;

/** Ids as they are written (RFC 9562, section 4). */
public final class Uuids {

  /** The canonical form only: {@link UUID#fromString} also takes {@code 1-2-3-4-5}. */
  private static final Pattern CANONICAL =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Uuids() {}

  public static Parsed<UUID> parse(String text) {
    return CANONICAL.matcher(text).matches()
        ? Parsed.accepted(UUID.fromString(text))
        : Parsed.refused("must be a UUID");
  }
}
