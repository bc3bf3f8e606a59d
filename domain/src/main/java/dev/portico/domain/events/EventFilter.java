package dev.portico.domain.events;

import java.time.Instant;
import java.util.Optional;

/**
 * Which events are wanted; what is empty rules nothing out.
 *
 * @param from the first instant that counts
 * @param until the first instant that no longer counts
 */
public record EventFilter(
    Optional<EventName> name, Optional<Instant> from, Optional<Instant> until) {

  /** Every event. */
  public static final EventFilter ALL =
      new EventFilter(Optional.empty(), Optional.empty(), Optional.empty());

  public boolean admits(Event event) {
    return name.filter(wanted -> !wanted.equals(event.name())).isEmpty()
        && from.filter(event.createdAt()::isBefore).isEmpty()
        && until.filter(end -> !event.createdAt().isBefore(end)).isEmpty();
  }
}
