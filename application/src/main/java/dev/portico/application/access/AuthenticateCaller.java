package dev.portico.application.access;

import dev.portico.application.access.port.AccessTokens;
import dev.portico.application.access.port.AccessTokens.Verification;
import dev.portico.application.users.port.Users;
import dev.portico.domain.users.User;

/** Recognises who is calling by the access token shown. */
public final class AuthenticateCaller {

  private final AccessTokens tokens;
  private final Users users;

  public AuthenticateCaller(AccessTokens tokens, Users users) {
    this.tokens = tokens;
    this.users = users;
  }

  /** What the caller shows. */
  public record Command(String token) {

    /** Never the token: it may end up in a log. */
    @Override
    public String toString() {
      return "Command[hidden]";
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    record Authenticated(User user) implements Outcome {}

    /** A genuine token whose time is over. */
    record Expired() implements Outcome {}

    /** No token of ours, or one of a user who is gone or deactivated. */
    record Refused() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return switch (tokens.verify(command.token())) {
      case Verification.Expired() -> new Outcome.Expired();
      case Verification.NotGenuine() -> new Outcome.Refused();
      case Verification.Genuine(var subject) ->
          users
              .find(subject)
              .filter(User::active)
              .<Outcome>map(Outcome.Authenticated::new)
              .orElseGet(Outcome.Refused::new);
    };
  }
}
