package dev.portico.web.events;

import dev.portico.application.Hexagon;
import dev.portico.domain.events.Event;
import dev.portico.domain.events.EventId;
import dev.portico.web.shared.Answers;
import dev.portico.web.shared.Cursors;
import dev.portico.web.shared.Paging;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The events feature's routes. */
@Configuration(proxyBeanMethods = false)
public class EventsWeb {

  @Bean
  EventsController eventsController(Hexagon hexagon, Answers answers, Cursors cursors) {
    return new EventsController(
        hexagon,
        answers,
        new Paging<>(
            cursors,
            "events",
            Event.Position::createdAt,
            position -> position.id().value(),
            (createdAt, id) -> new Event.Position(createdAt, new EventId(id))));
  }
}
