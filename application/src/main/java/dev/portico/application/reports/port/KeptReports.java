package dev.portico.application.reports.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The last report of each name, for all nodes, and whose turn it is to make the next one. */
public interface KeptReports {

  /** A report as it is answered, and when it was made. */
  record Kept(String text, Instant madeAt) {}

  /** The last report of this name; empty where there was none yet. */
  Optional<Kept> find(String name);

  /**
   * Takes the turn to make the next report.
   *
   * <p>Promise: {@code true}, and the turn is the caller's until {@code until}, if nobody has it by
   * {@code now} and the last report is not younger than {@code staleBefore}. A turn that runs out
   * is free again, as if whoever had it had vanished.
   *
   * <p>Concurrency: of any number at once, over all nodes, one succeeds, and none waits.
   */
  boolean takeTurn(String name, Instant now, Instant staleBefore, Instant until);

  /**
   * Keeps a report in the place of an older one, and ends the turn to make it.
   *
   * <p>Promise: it is found from now on, unless a younger one was kept meanwhile.
   */
  void keep(String name, Kept kept);

  /** Ends a turn that led to nothing, if it is still the one that was to end then. */
  void giveUp(String name, Instant until);

  /**
   * Waits for a report that somebody else is making.
   *
   * <p>Promise: the first that is not older than {@code notBefore}; empty where there is none
   * within the patience. Holds nothing meanwhile that others need.
   */
  Optional<Kept> await(String name, Instant notBefore, Duration patience);
}
