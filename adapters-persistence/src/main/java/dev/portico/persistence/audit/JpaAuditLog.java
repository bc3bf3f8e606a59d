package dev.portico.persistence.audit;

import dev.portico.application.audit.port.AuditLog;
import dev.portico.domain.audit.AuditEntry;
import dev.portico.domain.audit.AuditEvent;
import dev.portico.domain.audit.AuditFilter;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.persistence.shared.NewestFirst;
import dev.portico.persistence.shared.PersistenceContext;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.StatelessSession;

/**
 * What happened, as rows of one table and, once it is committed, as lines of the log. Events that
 * are alike share a row, and a line is written for the first of them, the tenth, the hundredth and
 * so on.
 */
final class JpaAuditLog implements AuditLog {

  private static final String RECORD =
      """
      insert into audit_events as entry
        (id, created_at, kind, subject, actor, address, request_id, likeness, times, last_at)
      values (:id, :at, :kind, :subject, :actor, :address, :requestId, :likeness, 1, :at)
      on conflict (likeness) do update
        set times = entry.times + 1, last_at = greatest(entry.last_at, excluded.last_at)
      returning times
      """;

  /** Skips rows that another node is at work on. */
  private static final String PURGE =
      """
      delete from audit_events where id in (
        select id from audit_events where created_at < :before
        limit :most for update skip locked)
      """;

  private final PersistenceContext context;

  JpaAuditLog(PersistenceContext context) {
    this.context = context;
  }

  @Override
  public void record(AuditEvent event) {
    var _ =
        context.write(session -> {
          long times = insert(session, event);
          if (isPowerOfTen(times)) {
            context.afterCommit(() -> AuditLine.write(event, times));
          }
          return times;
        });
  }

  private static long insert(StatelessSession session, AuditEvent event) {
    return session
        .createNativeQuery(RECORD, Long.class)
        .setParameter("id", event.id())
        .setParameter("at", event.at())
        .setParameter("kind", event.kind().name())
        .setParameter("subject", event.subject().orElse(null), UUID.class)
        .setParameter("actor", event.actor().orElse(null), UUID.class)
        .setParameter("address", event.address())
        .setParameter("requestId", event.requestId())
        .setParameter("likeness", event.kind().isCounted() ? event.likeness() : null, String.class)
        .getSingleResult();
  }

  private static boolean isPowerOfTen(long number) {
    long power = 1;
    while (power < number) {
      power *= 10;
    }
    return power == number;
  }

  @Override
  public Page<AuditEntry, AuditEvent.Position> list(
      AuditFilter filter, PageRequest<AuditEvent.Position> request) {
    var query = new NewestFirst<>(AuditRow.class);
    filter.kind().ifPresent(kind -> query.where("kind = :kind", "kind", kind.name()));
    filter.subject().ifPresent(subject -> query.where("subject = :subject", "subject", subject));
    filter.actor().ifPresent(actor -> query.where("actor = :actor", "actor", actor));
    filter.address().ifPresent(address -> query.where("address = :address", "address", address));
    filter.from().ifPresent(from -> query.where("createdAt >= :from", "from", from));
    filter.until().ifPresent(until -> query.where("createdAt < :until", "until", until));
    request.after().ifPresent(after -> query.after(after.at(), after.id()));
    var rows = context.read(session -> query.list(session, request.limit() + 1));
    return Page.cut(
        rows.stream().map(AuditRow::toDomain).toList(), request.limit(), AuditEntry::position);
  }

  @Override
  public int purge(Instant before, int atMost) {
    return context.write(session ->
        session
            .createNativeMutationQuery(PURGE)
            .setParameter("before", before)
            .setParameter("most", atMost)
            .executeUpdate());
  }
}
