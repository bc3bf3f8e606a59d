package planted.wallclock.application.users;

import java.time.Instant;

/** Breaks: the core asks ports for time, ids and secrets. It looks at the clock. */
public final class RenameUser {

  Instant renamedAt() {
    return Instant.now();
  }
}
