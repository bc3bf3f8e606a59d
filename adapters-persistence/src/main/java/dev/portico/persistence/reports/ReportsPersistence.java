package dev.portico.persistence.reports;

import dev.portico.application.reports.port.KeptReports;
import dev.portico.application.reports.port.ReportSource;
import dev.portico.persistence.shared.PersistenceContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the reports feature rests on. */
@Configuration(proxyBeanMethods = false)
public class ReportsPersistence {

  @Bean
  ReportSource reportSource(PersistenceContext context) {
    return new JpaReportSource(context);
  }

  @Bean
  KeptReports keptReports(PersistenceContext context) {
    return new JdbcKeptReports(context);
  }
}
