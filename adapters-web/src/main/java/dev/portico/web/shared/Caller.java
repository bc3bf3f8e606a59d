package dev.portico.web.shared;

import dev.portico.domain.users.User;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who is calling a route that is not public. */
public record Caller(User user) {

  private static final String ATTRIBUTE = Caller.class.getName();

  void attachTo(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  static Optional<Caller> of(HttpServletRequest request) {
    return Optional.ofNullable((Caller) request.getAttribute(ATTRIBUTE));
  }
}
