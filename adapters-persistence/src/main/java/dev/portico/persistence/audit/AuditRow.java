package dev.portico.persistence.audit;

import dev.portico.domain.audit.AuditEntry;
import dev.portico.domain.audit.AuditEvent;
import dev.portico.domain.audit.AuditKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of the audit log as kept. */
@Entity(name = "AuditRow")
@Table(name = "audit_events")
class AuditRow {

  @Id
  @Column(name = "id")
  UUID id;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "kind")
  String kind;

  @Column(name = "subject")
  @Nullable UUID subject;

  @Column(name = "actor")
  @Nullable UUID actor;

  @Column(name = "address")
  String address;

  @Column(name = "request_id")
  String requestId;

  @Column(name = "likeness")
  @Nullable String likeness;

  @Column(name = "times")
  long times;

  @Column(name = "last_at")
  Instant lastAt;

  /** For Hibernate, which fills the fields itself. */
  @SuppressWarnings("NullAway.Init")
  protected AuditRow() {}

  AuditEntry toDomain() {
    var event =
        new AuditEvent(
            id,
            createdAt,
            AuditKind.valueOf(kind),
            Optional.ofNullable(subject),
            Optional.ofNullable(actor),
            address,
            requestId);
    return new AuditEntry(event, times, lastAt);
  }
}
