package dev.portico.web.audit;

import dev.portico.application.Hexagon;
import dev.portico.application.audit.NoteDenial;
import dev.portico.application.audit.PurgeAudit;
import dev.portico.domain.audit.AuditEvent;
import dev.portico.web.shared.Caller;
import dev.portico.web.shared.Cursors;
import dev.portico.web.shared.Denials;
import dev.portico.web.shared.Paging;
import dev.portico.web.shared.Upkeep;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The audit feature's route, its ear at the door, and who clears up behind it. */
@Configuration(proxyBeanMethods = false)
public class AuditWeb {

  private static final Duration BETWEEN_PURGES = Duration.ofHours(1);

  @Bean
  AuditController auditController(Hexagon hexagon, Cursors cursors) {
    return new AuditController(
        hexagon.listAudit(),
        new Paging<>(
            cursors,
            "audit",
            AuditEvent.Position::at,
            AuditEvent.Position::id,
            AuditEvent.Position::new));
  }

  @Bean
  Denials denials(Hexagon hexagon) {
    return caller -> note(hexagon.noteDenial(), caller);
  }

  private static void note(NoteDenial noteDenial, Optional<Caller> caller) {
    switch (noteDenial.handle(new NoteDenial.Command(caller.map(Caller::id)))) {
      case NoteDenial.Outcome.Noted() -> {}
    }
  }

  @Bean
  Upkeep auditPurge(Hexagon hexagon) {
    return new Upkeep(BETWEEN_PURGES, () -> purge(hexagon.purgeAudit()));
  }

  private static void purge(PurgeAudit purgeAudit) {
    switch (purgeAudit.handle(new PurgeAudit.Command())) {
      case PurgeAudit.Outcome.Purged _ -> {}
    }
  }
}
