package dev.portico.application.audit;

import dev.portico.application.audit.port.AuditLog;
import dev.portico.domain.audit.AuditEntry;
import dev.portico.domain.audit.AuditEvent;
import dev.portico.domain.audit.AuditFilter;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;

/** Shows what has happened, newest first, a page at a time. */
public final class ListAudit {

  private final AuditLog log;

  public ListAudit(AuditLog log) {
    this.log = log;
  }

  /** Which entries, and which page of them. */
  public record Command(AuditFilter filter, PageRequest<AuditEvent.Position> page) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Listed(Page<AuditEntry, AuditEvent.Position> page) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return new Outcome.Listed(log.list(command.filter(), command.page()));
  }
}
