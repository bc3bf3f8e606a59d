package dev.portico.web.reports;

import dev.portico.application.Hexagon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The reports feature's routes. */
@Configuration(proxyBeanMethods = false)
public class ReportsWeb {

  @Bean
  ReportsController reportsController(Hexagon hexagon, JsonMapper json) {
    return new ReportsController(hexagon.viewActivityReport(), json);
  }
}
