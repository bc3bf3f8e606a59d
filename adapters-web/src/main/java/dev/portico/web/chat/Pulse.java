package dev.portico.web.chat;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether a peer is still there: one that says nothing is pinged, and one that does not answer is
 * given up. So a dead one is noticed within {@link #SILENCE} and {@link #PATIENCE} together.
 */
final class Pulse {

  /** How long a peer may say nothing before it is pinged. */
  static final Duration SILENCE = Duration.ofSeconds(30);

  /** How long it may take to answer. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What is to be done. */
  enum Advice {
    NOTHING,
    PING,
    GIVE_UP
  }

  private Instant heard;
  private boolean pinged;
  private Instant pingedAt = Instant.EPOCH;

  Pulse(Instant now) {
    heard = now;
  }

  /** The peer has said something, or answered a ping. */
  synchronized void heard(Instant now) {
    heard = now;
    pinged = false;
  }

  /** To be asked now and then; whoever is told to ping does so. */
  synchronized Advice check(Instant now) {
    if (pinged) {
      return pingedAt.plus(PATIENCE).isAfter(now) ? Advice.NOTHING : Advice.GIVE_UP;
    }
    if (heard.plus(SILENCE).isAfter(now)) {
      return Advice.NOTHING;
    }
    pinged = true;
    pingedAt = now;
    return Advice.PING;
  }
}
