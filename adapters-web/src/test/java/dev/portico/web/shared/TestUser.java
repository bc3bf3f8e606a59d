package dev.portico.web.shared;

import dev.portico.domain.users.User;

/** A user who exists for one test, and what it takes to act as that user. */
public final class TestUser {

  private final ServiceUnderTest service;
  private final User user;

  TestUser(ServiceUnderTest service, User user) {
    this.service = service;
    this.user = user;
  }

  public User user() {
    return user;
  }

  public String id() {
    return user.id().toString();
  }

  public String username() {
    return user.username().text();
  }

  public String email() {
    return user.email().text();
  }

  /** What signs the user in. */
  public String password() {
    return service.passwordOf(user);
  }

  /** A good access token, new each time. */
  public String token() {
    return service.issue(user);
  }

  /** A token whose time is over. */
  public String expiredToken() {
    return service.tokens().expired(user.id());
  }

  /** A good token but for its last characters. */
  public String tamperedToken() {
    var token = token();
    var end = token.endsWith("AAAA") ? "BBBB" : "AAAA";
    return token.substring(0, token.length() - end.length()) + end;
  }

  /** A token for someone else's service. */
  public String foreignToken() {
    return service
        .tokens()
        .token(
            user.id(),
            header -> header,
            claims -> {
              claims.put("aud", "https://other.example");
              return claims;
            });
  }

  /** A header name and its value. */
  public String[] bearer() {
    return ServiceUnderTest.bearer(token());
  }
}
