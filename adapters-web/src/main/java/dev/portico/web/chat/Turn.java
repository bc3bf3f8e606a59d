package dev.portico.web.chat;

import dev.portico.domain.chat.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a client may send the next frame, good or bad; who does not mind is shown out. */
final class Turn {

  /** So many refused frames are put down to haste, if a second's rest comes between. */
  private static final int PATIENCE = 100;

  private static final Duration REST = Duration.ofSeconds(1);

  /** What becomes of a frame. */
  enum Verdict {
    TAKEN,
    TOO_FAST,
    /** It goes on and on; the client has to go. */
    TOO_MUCH
  }

  private final Pace pace;
  private Instant usedUp = Pace.SILENT;
  private Instant refusedAt = Instant.EPOCH;
  private int refused;

  Turn(Pace pace) {
    this.pace = pace;
  }

  synchronized Verdict take(Instant now) {
    Optional<Instant> next = pace.speak(usedUp, now);
    if (next.isPresent()) {
      usedUp = next.get();
      return Verdict.TAKEN;
    }
    refused = refusedAt.plus(REST).isAfter(now) ? refused + 1 : 1;
    refusedAt = now;
    return refused > PATIENCE ? Verdict.TOO_MUCH : Verdict.TOO_FAST;
  }
}
