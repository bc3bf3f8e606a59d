package dev.portico.application.access;

import dev.portico.application.access.port.AccessTokens;
import dev.portico.application.access.port.AccessTokens.Verification;
import dev.portico.application.access.port.Standings;
import dev.portico.domain.access.Standing;

/** Recognises who is calling by the access token shown and the session it belongs to. */
public final class AuthenticateCaller {

  private final AccessTokens tokens;
  private final Standings standings;

  public AuthenticateCaller(AccessTokens tokens, Standings standings) {
    this.tokens = tokens;
    this.standings = standings;
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

    record Authenticated(Standing standing) implements Outcome {}

    /** A genuine token whose time is over. */
    record Expired() implements Outcome {}

    /** No token of ours, or one of a session that is over or a user who is gone. */
    record Refused() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return switch (tokens.verify(command.token())) {
      case Verification.Expired() -> new Outcome.Expired();
      case Verification.NotGenuine() -> new Outcome.Refused();
      case Verification.Genuine(var subject, var session) ->
          standings
              .of(session)
              .filter(standing -> standing.user().id().equals(subject))
              .<Outcome>map(Outcome.Authenticated::new)
              .orElseGet(Outcome.Refused::new);
    };
  }
}
