package dev.portico.domain.shared;

import java.net.URI;

/**
 * Where people and programs reach the service. Links come from here and never from a request.
 *
 * @param value without a slash at its end
 */
public record PublicUrl(URI value) {

  /**
   * A link to a page of the service.
   *
   * @param path with its slash in front, and all that follows
   */
  public String at(String path) {
    return value + path;
  }
}
