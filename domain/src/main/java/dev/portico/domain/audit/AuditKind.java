package dev.portico.domain.audit;

import dev.portico.domain.shared.Parsed;
import java.util.Arrays;
import java.util.Locale;

/** What can happen (OWASP ASVS 5.0 V16.3). */
public enum AuditKind {
  USER_REGISTERED,
  /** The settings made somebody the first administrator. */
  FIRST_ADMIN_APPOINTED,
  USERS_IMPORTED,
  SIGNED_IN,
  SIGN_IN_FAILED(Result.REFUSED),
  SIGN_IN_THROTTLED(Result.REFUSED),
  SIGNED_OUT,
  /** A refresh token was shown that was spent already, and its session ended. */
  REFRESH_REPLAYED(Result.REFUSED),
  SESSIONS_ENDED,
  /** Somebody asked for what is not theirs. */
  ACCESS_DENIED(Result.REFUSED),
  PASSWORD_CHANGED,
  PASSWORD_RESET_REQUESTED,
  PASSWORD_RESET,
  EMAIL_CHANGED,
  EMAIL_VERIFIED,
  USER_ACTIVATED,
  USER_DEACTIVATED,
  ROLES_CHANGED,
  /** An administrator deleted the account. */
  USER_DELETED,
  /** Its owner closed the account. */
  ACCOUNT_CLOSED,
  /** An administrator gave a task of the background another chance. */
  TASK_REPLAYED,
  /** An administrator threw one away that was given up. */
  TASK_DISCARDED,
  WEBHOOK_REGISTERED,
  WEBHOOK_REMOVED,
  WEBHOOK_SECRET_ROTATED,
  /** Its receiver failed for too long, or said that it is gone. */
  WEBHOOK_DISABLED;

  /** What came of it. */
  public enum Result {
    DONE,
    REFUSED
  }

  private final Result result;

  AuditKind() {
    this(Result.DONE);
  }

  AuditKind(Result result) {
    this.result = result;
  }

  public Result result() {
    return result;
  }

  /**
   * Whether anybody can make it happen as often as they like: those alike within a minute are
   * counted, not kept one by one.
   */
  public boolean isCounted() {
    return switch (this) {
      case SIGN_IN_FAILED, SIGN_IN_THROTTLED, ACCESS_DENIED, PASSWORD_RESET_REQUESTED -> true;
      default -> false;
    };
  }

  /** How it is written: in lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a kind as it is written. */
  public static Parsed<AuditKind> parse(String text) {
    return Arrays.stream(values())
        .filter(kind -> kind.text().equals(text))
        .findFirst()
        .map(Parsed::accepted)
        .orElseGet(() -> Parsed.refused("must be a kind of audit event"));
  }
}
