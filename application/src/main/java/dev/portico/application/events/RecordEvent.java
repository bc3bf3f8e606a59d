package dev.portico.application.events;

import dev.portico.application.events.port.Events;
import dev.portico.application.shared.Announce;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.events.Event;
import dev.portico.domain.events.EventData;
import dev.portico.domain.events.EventId;
import dev.portico.domain.events.EventName;
import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.shared.JsonObject;
import dev.portico.domain.users.UserId;
import java.time.InstantSource;
import java.util.Optional;

/** Puts down that something happened. */
public final class RecordEvent {

  private final Events events;
  private final Transactions transactions;
  private final IdGenerator ids;
  private final InstantSource time;
  private final Announce announce;

  public RecordEvent(
      Events events,
      Transactions transactions,
      IdGenerator ids,
      InstantSource time,
      Announce announce) {
    this.events = events;
    this.transactions = transactions;
    this.ids = ids;
    this.time = time;
    this.announce = announce;
  }

  /** What happened, by whose account. */
  public record Command(UserId owner, EventName name, Optional<EventData> data) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Recorded(Event event) implements Outcome {}
  }

  public Outcome handle(Command command) {
    var event =
        new Event(
            new EventId(ids.next()),
            command.owner(),
            command.name(),
            command.data(),
            time.instant());
    return transactions.inTransaction(() -> recorded(event));
  }

  private Outcome recorded(Event event) {
    events.add(event);
    announce.that(DomainEvent.Type.EVENT_RECORDED, event.owner().value(), factsOf(event));
    return new Outcome.Recorded(event);
  }

  private static JsonObject factsOf(Event event) {
    return new JsonObject()
        .with("id", event.id().toString())
        .with("name", event.name().text())
        .withJson("data", event.data().map(EventData::json).orElse("null"))
        .with("created_at", event.createdAt().toString());
  }
}
