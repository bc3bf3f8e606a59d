package dev.portico.persistence.audit;

import dev.portico.application.audit.port.AuditLog;
import dev.portico.persistence.shared.PersistenceContext;
import dev.portico.persistence.shared.RowTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the audit feature rests on. */
@Configuration(proxyBeanMethods = false)
public class AuditPersistence {

  @Bean
  RowTypes auditRows() {
    return RowTypes.of(AuditRow.class);
  }

  @Bean
  AuditLog auditLog(PersistenceContext context) {
    return new JpaAuditLog(context);
  }
}
