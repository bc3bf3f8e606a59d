package dev.portico.domain.events;

import dev.portico.domain.users.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened, as a user recorded it. It begins and ends with being recorded: nobody
 * changes it afterwards, and only who recorded it sees it; others see its name counted.
 *
 * @param createdAt when it was recorded, to the microsecond, which is what the database keeps
 */
public record Event(
    EventId id, UserId owner, EventName name, Optional<EventData> data, Instant createdAt) {

  /** Where the event stands in a list, newest first. */
  public Position position() {
    return new Position(createdAt, id);
  }

  /** A place in a list of events; the id decides between two of the same instant. */
  public record Position(Instant createdAt, EventId id) {}
}
