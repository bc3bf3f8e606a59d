package dev.portico.application.shared;

import java.util.List;

/**
 * Tells one request's content from another's, and not what it is.
 *
 * @param text the same for the same content, as long as it is made with the same secret
 * @param others how it would read if it were made with a former secret
 */
public record Fingerprint(String text, List<String> others) {

  /** One that reads the same whatever the secret was. */
  public Fingerprint(String text) {
    this(text, List.of());
  }

  /** Whether what was kept is of the same content. */
  boolean isThatOf(String kept) {
    return text.equals(kept) || others.contains(kept);
  }
}
