package dev.portico.application.shared;

import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.Outbox;
import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.shared.JsonObject;
import java.time.InstantSource;
import java.util.UUID;

/**
 * How a use case says to the outside that something happened, in a line: what, whose business it
 * is, and what there is to say of it. To be said inside the transaction in which it happens.
 */
public record Announce(Outbox outbox, IdGenerator ids, InstantSource time) {

  /**
   * It happened.
   *
   * @param data nothing that is not shown by the API, and of users nothing but their ids
   */
  public void that(DomainEvent.Type type, UUID owner, JsonObject data) {
    outbox.add(new DomainEvent(ids.next(), type, owner, time.instant(), data.toString()));
  }
}
