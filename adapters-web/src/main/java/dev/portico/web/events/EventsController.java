package dev.portico.web.events;

import dev.portico.application.Hexagon;
import dev.portico.application.events.ListEvents;
import dev.portico.application.events.RecordEvent;
import dev.portico.application.events.ViewEvent;
import dev.portico.application.shared.Answer;
import dev.portico.domain.events.Event;
import dev.portico.domain.events.EventId;
import dev.portico.domain.users.Actor;
import dev.portico.domain.users.UserId;
import dev.portico.web.events.EventsJson.EventJson;
import dev.portico.web.events.EventsJson.OwnedEventJson;
import dev.portico.web.shared.Answers;
import dev.portico.web.shared.Caller;
import dev.portico.web.shared.JsonBody;
import dev.portico.web.shared.Once;
import dev.portico.web.shared.PageJson;
import dev.portico.web.shared.Paging;
import dev.portico.web.shared.ProblemType;
import dev.portico.web.shared.QueryFields;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Recording events, and reading them. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class EventsController {

  private final Hexagon hexagon;
  private final Answers answers;
  private final Paging<Event.Position> paging;

  EventsController(Hexagon hexagon, Answers answers, Paging<Event.Position> paging) {
    this.hexagon = hexagon;
    this.answers = answers;
    this.paging = paging;
  }

  @PostMapping(
      path = {"/events", "/events/"},
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @RoutePolicy(Who.USER)
  ResponseEntity<byte[]> create(JsonBody body, Caller caller, Once once) {
    var command = EventsJson.recording(body, new UserId(caller.id()));
    return once.answer(() -> answer(hexagon.recordEvent().handle(command)));
  }

  private Answer answer(RecordEvent.Outcome outcome) {
    return switch (outcome) {
      case RecordEvent.Outcome.Recorded(var event) ->
          answers.created("/events/" + event.id(), EventJson.of(event));
    };
  }

  @GetMapping("/events/{id}")
  @RoutePolicy(Who.USER)
  EventJson view(@PathVariable String id, Caller caller) {
    var eventId = EventId.parse(id).asOptional().orElseThrow(EventsController::notFound);
    var command = new ViewEvent.Command(new UserId(caller.id()), eventId);
    return switch (hexagon.viewEvent().handle(command)) {
      case ViewEvent.Outcome.Found(var event) -> EventJson.of(event);
      case ViewEvent.Outcome.NotFound() -> throw notFound();
    };
  }

  private static Refusal notFound() {
    return Refusal.of(ProblemType.NOT_FOUND, "Event not found");
  }

  @GetMapping({"/events", "/events/"})
  @RoutePolicy(Who.USER)
  PageJson<?> list(QueryFields query, Caller caller) {
    var owner = EventsJson.owner(query, caller);
    var filter = EventsJson.filter(query);
    var asked = paging.asked(query);
    query.check();
    var viewer = new Actor(new UserId(caller.id()), caller.admin());
    var command = new ListEvents.Command(viewer, owner.value(), filter.get(), asked.get());
    return switch (hexagon.listEvents().handle(command)) {
      case ListEvents.Outcome.Listed(var page) ->
          caller.admin()
              ? paging.answer(page, OwnedEventJson::of)
              : paging.answer(page, EventJson::of);
    };
  }
}
