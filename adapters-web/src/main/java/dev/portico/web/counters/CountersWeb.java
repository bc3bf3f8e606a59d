package dev.portico.web.counters;

import dev.portico.application.Hexagon;
import dev.portico.web.shared.Answers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The counters feature's routes. */
@Configuration(proxyBeanMethods = false)
public class CountersWeb {

  @Bean
  CountersController countersController(Hexagon hexagon, Answers answers) {
    return new CountersController(hexagon, answers);
  }
}
