package dev.portico.domain.access;

import java.time.Duration;
import java.time.Instant;

/**
 * How long sessions last (OWASP ASVS 5.0 V7.3).
 *
 * @param idle after which a session that was not used is over; positive
 * @param absolute after which any session is over, however much it is used; at least {@code idle}
 */
public record SessionRule(Duration idle, Duration absolute) {

  public static final SessionRule DEFAULT =
      new SessionRule(Duration.ofDays(14), Duration.ofDays(90));

  public SessionRule {
    if (!idle.isPositive() || absolute.compareTo(idle) < 0) {
      throw new IllegalArgumentException("an idle limit is positive, the absolute one no shorter");
    }
  }

  /** Whether a session's time has run out. */
  public boolean isOver(Session session, Instant now) {
    return !now.isBefore(overAt(session));
  }

  /** How long a session goes on if it is not used; zero or less where it is over. */
  public Duration left(Session session, Instant now) {
    return Duration.between(now, overAt(session));
  }

  private Instant overAt(Session session) {
    var idleAt = session.lastUsedAt().plus(idle);
    return idleAt.isBefore(session.endsAt()) ? idleAt : session.endsAt();
  }

  /** Sessions last used at this time or before are over. */
  public Instant idleSince(Instant now) {
    return now.minus(idle);
  }
}
