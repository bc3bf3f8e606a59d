package dev.portico.application.access;

import dev.portico.application.access.port.LoginAttempts;
import java.time.InstantSource;

/** Forgets guesses at passwords that do not count any more. */
public final class ForgetLoginAttempts {

  /** Few enough to be gone in a moment, and to keep nobody waiting. */
  static final int BATCH = 500;

  private final LoginAttempts attempts;
  private final InstantSource time;

  public ForgetLoginAttempts(LoginAttempts attempts, InstantSource time) {
    this.attempts = attempts;
    this.time = time;
  }

  /** At any time, on any node. */
  public record Command() {}

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * So many are forgotten.
     *
     * @param more whether some may be left
     */
    record Forgotten(int count, boolean more) implements Outcome {}
  }

  public Outcome handle(Command command) {
    int count = attempts.purge(time.instant(), BATCH);
    return new Outcome.Forgotten(count, count >= BATCH);
  }
}
