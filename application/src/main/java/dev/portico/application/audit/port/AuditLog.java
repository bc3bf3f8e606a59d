package dev.portico.application.audit.port;

import dev.portico.domain.audit.AuditEntry;
import dev.portico.domain.audit.AuditEvent;
import dev.portico.domain.audit.AuditFilter;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import java.time.Instant;

/** What has happened to accounts. */
public interface AuditLog {

  /**
   * Writes an event down.
   *
   * <p>Promise: a part of the running transaction, if there is one. An event of a kind that is
   * counted adds to the entry of the events it is like, if there is one, so that no number of
   * attempts fills the store.
   *
   * <p>Concurrency: of any number of events that are alike, over all nodes, each is counted once.
   */
  void record(AuditEvent event);

  /**
   * A page of the entries that the filter admits, the newest first, the greater id first among
   * those of one instant. An entry's instant is that of its first event.
   *
   * <p>Promise: costs the same for every page.
   */
  Page<AuditEntry, AuditEvent.Position> list(
      AuditFilter filter, PageRequest<AuditEvent.Position> request);

  /**
   * Forgets entries that began before a time.
   *
   * @param atMost how many to forget at once
   * @return how many were forgotten
   */
  int purge(Instant before, int atMost);
}
