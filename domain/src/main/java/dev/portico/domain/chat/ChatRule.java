package dev.portico.domain.chat;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast people may speak on one connection, and how long is kept what they say.
 *
 * @param members the pace of users
 * @param keep a day or longer
 */
public record ChatRule(Pace members, Duration keep) {

  public static final int DEFAULT_MESSAGES_PER_SECOND = 10;
  public static final int DEFAULT_DAYS = 365;
  public static final ChatRule DEFAULT = of(DEFAULT_MESSAGES_PER_SECOND, DEFAULT_DAYS);

  /** One message a second, and none saved up. */
  private static final Pace GUESTS = new Pace(1, 1);

  public ChatRule {
    if (keep.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException("messages are kept for a day at least");
    }
  }

  /** Users may say at once what two seconds allow. */
  public static ChatRule of(int messagesPerSecond, int days) {
    return new ChatRule(new Pace(messagesPerSecond, 2 * messagesPerSecond), Duration.ofDays(days));
  }

  public Pace paceOf(Author author) {
    return author.user().isPresent() ? members : GUESTS;
  }

  /** What was said before is forgotten. */
  public Instant keptSince(Instant now) {
    return now.minus(keep);
  }
}
