package dev.portico.persistence.events;

import dev.portico.application.events.port.Events;
import dev.portico.persistence.shared.PersistenceContext;
import dev.portico.persistence.shared.RowTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the events feature rests on. */
@Configuration(proxyBeanMethods = false)
public class EventsPersistence {

  @Bean
  RowTypes eventRows() {
    return RowTypes.of(EventRow.class);
  }

  @Bean
  Events events(PersistenceContext context) {
    return new JpaEvents(context);
  }
}
