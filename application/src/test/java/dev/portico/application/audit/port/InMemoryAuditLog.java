package dev.portico.application.audit.port;

import dev.portico.application.shared.port.InMemoryTable;
import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.shared.port.NewestFirst;
import dev.portico.domain.audit.AuditEntry;
import dev.portico.domain.audit.AuditEvent;
import dev.portico.domain.audit.AuditFilter;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;

/** What has happened, in memory. */
public final class InMemoryAuditLog implements AuditLog {

  private static final NewestFirst<AuditEntry, AuditEvent.Position> NEWEST_FIRST =
      new NewestFirst<>(AuditEntry::position, AuditEvent.Position::at, AuditEvent.Position::id);

  private final InMemoryTable<String, AuditEntry> rows;

  public InMemoryAuditLog(InMemoryTransactions transactions) {
    rows = transactions.newTable();
  }

  @Override
  public void record(AuditEvent event) {
    var key = event.kind().isCounted() ? event.likeness() : event.id().toString();
    rows.with(all -> all.merge(key, AuditEntry.of(event), (first, _) -> first.and(event)));
  }

  @Override
  public Page<AuditEntry, AuditEvent.Position> list(
      AuditFilter filter, PageRequest<AuditEvent.Position> request) {
    return rows.with(all ->
        NEWEST_FIRST.page(
            all.values().stream().filter(entry -> filter.admits(entry.event())), request));
  }

  @Override
  public int purge(Instant before, int atMost) {
    return rows.with(all -> {
      var old =
          all.entrySet().stream()
              .filter(row -> row.getValue().event().at().isBefore(before))
              .limit(atMost)
              .toList();
      old.forEach(row -> all.remove(row.getKey()));
      return old.size();
    });
  }

  /** All that happened, in the order in which it was first written down. */
  public List<AuditEntry> entries() {
    return rows.with(all -> List.copyOf(all.values()));
  }

  /** What happened, in the order in which it was first written down. */
  public List<AuditKind> kinds() {
    return entries().stream().map(entry -> entry.event().kind()).toList();
  }
}
