package dev.portico.web.events;

import dev.portico.application.events.RecordEvent;
import dev.portico.domain.events.Event;
import dev.portico.domain.events.EventData;
import dev.portico.domain.events.EventFilter;
import dev.portico.domain.events.EventName;
import dev.portico.domain.shared.Instants;
import dev.portico.domain.shared.Parsed;
import dev.portico.domain.users.UserId;
import dev.portico.web.shared.Caller;
import dev.portico.web.shared.Fields.Field;
import dev.portico.web.shared.JsonBody;
import dev.portico.web.shared.QueryFields;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/** Events as they look on the wire. */
final class EventsJson {

  private EventsJson() {}

  /** What who recorded it sees of an event; its data is JSON already. */
  record EventJson(String id, String name, @Nullable RawValue data, Instant createdAt) {

    static EventJson of(Event event) {
      return new EventJson(
          event.id().toString(),
          event.name().text(),
          event.data().map(EventData::json).map(RawValue::new).orElse(null),
          event.createdAt());
    }
  }

  /** What an administrator sees of an event: also who recorded it. */
  record OwnedEventJson(
      String id, String owner, String name, @Nullable RawValue data, Instant createdAt) {

    static OwnedEventJson of(Event event) {
      var own = EventJson.of(event);
      return new OwnedEventJson(
          own.id(), event.owner().toString(), own.name(), own.data(), own.createdAt());
    }
  }

  /** Reads whose events an administrator wants; from others it is not looked at. */
  static Field<Optional<UserId>> owner(QueryFields query, Caller caller) {
    return query.optional(
        "owner",
        text -> caller.admin() ? UserId.parse(text) : Parsed.accepted(new UserId(caller.id())));
  }

  /** Reads what is to be recorded. */
  static RecordEvent.Command recording(JsonBody body, UserId owner) {
    var name = body.required("name", EventName::parse);
    var data = body.optionalObject("data", EventData::parse);
    body.check();
    return new RecordEvent.Command(owner, name.value(), data.value());
  }

  /** Reads which events are wanted; to be looked at once the query is checked. */
  static Supplier<EventFilter> filter(QueryFields query) {
    var name = query.optional("name", EventName::parse);
    var from = query.optional("from", Instants::parse);
    var until = query.optional("until", Instants::parse);
    return () -> new EventFilter(name.value(), from.value(), until.value());
  }
}
