package dev.portico.web.shared;

import dev.portico.web.shared.RoutePolicy.Who;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What each kind of caller is answered at each kind of route, as docs/authorization.md has it. */
public final class AccessMatrix {

  private static final String NOT_AUTHENTICATED = "Not authenticated";
  private static final String EXPIRED_TOKEN = "Token has expired";
  private static final String BAD_TOKEN = "Could not validate credentials";

  private AccessMatrix() {}

  /** Which credentials a caller shows. */
  public enum Credentials {
    NONE,
    BEARER,
    COOKIE
  }

  /** Who calls, and what is wrong with what they show. */
  public enum Kind {
    ANONYMOUS(Credentials.NONE, NOT_AUTHENTICATED),
    USER_BEARER(Credentials.BEARER, ""),
    USER_COOKIE(Credentials.COOKIE, ""),
    ADMIN_BEARER(Credentials.BEARER, ""),
    ADMIN_COOKIE(Credentials.COOKIE, ""),
    EXPIRED_BEARER(Credentials.BEARER, EXPIRED_TOKEN),
    EXPIRED_COOKIE(Credentials.COOKIE, EXPIRED_TOKEN),
    TAMPERED_BEARER(Credentials.BEARER, BAD_TOKEN),
    TAMPERED_COOKIE(Credentials.COOKIE, BAD_TOKEN),
    DEACTIVATED_BEARER(Credentials.BEARER, BAD_TOKEN),
    DEACTIVATED_COOKIE(Credentials.COOKIE, BAD_TOKEN),
    REFRESH_TOKEN_BEARER(Credentials.BEARER, BAD_TOKEN),
    REFRESH_TOKEN_COOKIE(Credentials.COOKIE, BAD_TOKEN);

    private final Credentials credentials;
    private final String fault;

    Kind(Credentials credentials, String fault) {
      this.credentials = credentials;
      this.fault = fault;
    }

    public Credentials credentials() {
      return credentials;
    }

    public boolean isAdmin() {
      return this == ADMIN_BEARER || this == ADMIN_COOKIE;
    }

    String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** Whether they get in; the detail where they do not. */
  public record Answer(int status, String detail) {

    /** In, and then whatever the route has to say. */
    public static final Answer IN = new Answer(200, "");

    static final Answer FORBIDDEN = new Answer(403, "");

    static Answer unauthorized(String detail) {
      return new Answer(401, detail);
    }

    String words() {
      return equals(IN) ? "in" : Integer.toString(status);
    }
  }

  /** What the kind of caller is answered at a route of this policy. */
  public static Answer of(Who who, Kind kind) {
    boolean byCookie = kind.credentials() == Credentials.COOKIE;
    return switch (who) {
      case PUBLIC -> Answer.IN;
      case ANYONE -> kind == Kind.ANONYMOUS || byCookie ? Answer.IN : byFault(kind);
      case USER -> byFault(kind);
      // To leave, a cookie that is no good is as good as any: it is cleared.
      case SESSION -> byCookie ? Answer.IN : byFault(kind);
      case ADMIN, SERVICE ->
          kind.fault.isEmpty() && !kind.isAdmin() ? Answer.FORBIDDEN : byFault(kind);
      case COOKIE -> byCookie ? byFault(kind) : Answer.unauthorized(NOT_AUTHENTICATED);
      case SOCKET -> {
        // A browser would have said which page the handshake is for.
        boolean goodCookie = byCookie && kind.fault.isEmpty();
        yield kind == Kind.ANONYMOUS ? Answer.IN : goodCookie ? Answer.FORBIDDEN : byFault(kind);
      }
    };
  }

  private static Answer byFault(Kind kind) {
    return kind.fault.isEmpty() ? Answer.IN : Answer.unauthorized(kind.fault);
  }

  /** The table of policies. */
  static String table() {
    var kinds = Arrays.stream(Who.values()).map(it -> it.name().toLowerCase(Locale.ROOT)).toList();
    return "| caller | "
        + String.join(" | ", kinds)
        + " |\n|---|"
        + "---|".repeat(kinds.size())
        + "\n"
        + Arrays.stream(Kind.values()).map(AccessMatrix::row).collect(Collectors.joining());
  }

  private static String row(Kind kind) {
    return Arrays.stream(Who.values())
        .map(who -> of(who, kind).words())
        .collect(Collectors.joining(" | ", "| " + kind.words() + " | ", " |\n"));
  }
}
