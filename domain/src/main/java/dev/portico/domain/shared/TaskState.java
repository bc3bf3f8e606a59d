package dev.portico.domain.shared;

import java.util.Locale;

/** Where a task that is not done stands. */
public enum TaskState {
  /** Due, or due later. */
  WAITING,
  /** Somebody has it. */
  RUNNING,
  /** Given up, for a person to look at. */
  PARKED;

  /** How it is written: in lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
