package dev.portico.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is calling a route that is not public.
 *
 * @param id the user's
 * @param name what the user is called
 * @param session the one that the credentials belong to
 * @param admin whether the user is an administrator
 */
public record Caller(UUID id, String name, UUID session, boolean admin) {

  private static final String ATTRIBUTE = Caller.class.getName();

  void attachTo(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  static Optional<Caller> of(HttpServletRequest request) {
    return Optional.ofNullable((Caller) request.getAttribute(ATTRIBUTE));
  }
}
