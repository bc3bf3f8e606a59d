package dev.portico.persistence.counters;

import dev.portico.application.counters.port.Counters;
import dev.portico.persistence.shared.PersistenceContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the counters feature rests on. */
@Configuration(proxyBeanMethods = false)
public class CountersPersistence {

  @Bean
  Counters counters(PersistenceContext context) {
    return new JpaCounters(context);
  }
}
