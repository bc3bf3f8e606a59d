package dev.portico.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is calling a route that is not public.
 *
 * @param id the user's
 * @param name what the user is called
 */
public record Caller(UUID id, String name) {

  private static final String ATTRIBUTE = Caller.class.getName();

  void attachTo(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  static Optional<Caller> of(HttpServletRequest request) {
    return Optional.ofNullable((Caller) request.getAttribute(ATTRIBUTE));
  }
}
