package dev.portico.web.access;

import dev.portico.application.access.PurgeSessions;
import dev.portico.application.shared.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has sessions forgotten whose time has run out, a bounded number each round. */
final class SessionUpkeep {

  private static final int BATCHES = 10;
  private static final Logger LOG = LoggerFactory.getLogger(SessionUpkeep.class);

  private final PurgeSessions purgeSessions;

  SessionUpkeep(PurgeSessions purgeSessions) {
    this.purgeSessions = purgeSessions;
  }

  void round() {
    try {
      for (int i = 0; i < BATCHES && purge(); i++) {}
    } catch (Unavailable away) {
      LOG.warn("Sessions are not purged now: {}", away.getMessage());
    }
  }

  /** True if there may be more. */
  private boolean purge() {
    return switch (purgeSessions.handle(new PurgeSessions.Command())) {
      case PurgeSessions.Outcome.Purged(_, var more) -> more;
    };
  }
}
