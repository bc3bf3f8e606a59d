package dev.portico.domain.shared;

import java.util.Optional;

/**
 * Which part of a list is asked for: at most {@code limit} entries that follow {@code after}.
 *
 * @param limit 1 to {@value #MAX_LIMIT}
 * @param after the position the page starts behind; empty for the first page
 */
public record PageRequest<P>(int limit, Optional<P> after) {

  public static final int MAX_LIMIT = 100;
  public static final int DEFAULT_LIMIT = 20;

  public PageRequest {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit out of 1.." + MAX_LIMIT + ": " + limit);
    }
  }

  /** Reads a limit as a client wrote it. */
  public static Parsed<Integer> parseLimit(String text) {
    if (text.matches("[0-9]{1,3}")) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MAX_LIMIT) {
        return Parsed.accepted(limit);
      }
    }
    return Parsed.refused("must be a whole number from 1 to " + MAX_LIMIT);
  }
}
