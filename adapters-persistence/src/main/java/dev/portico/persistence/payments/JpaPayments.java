package dev.portico.persistence.payments;

import dev.portico.application.payments.port.Payments;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.UserId;
import dev.portico.persistence.shared.NewestFirst;
import dev.portico.persistence.shared.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Payments as rows of one table, whose checks let no status go without what belongs to it. */
final class JpaPayments implements Payments {

  private static final String REPLACE_PENDING =
      """
      update PaymentRow
      set status = :status, reference = :reference, reason = :reason, settledAt = :settledAt
      where id = :id and status in (:pending)
      """;

  private final PersistenceContext context;

  JpaPayments(PersistenceContext context) {
    this.context = context;
  }

  @Override
  public void add(Payment.Pending payment) {
    var _ = context.write(session -> session.insert(PaymentRow.of(payment)));
  }

  @Override
  public Optional<Payment> find(PaymentId id) {
    return context
        .read(session -> Optional.ofNullable(session.get(PaymentRow.class, id.value())))
        .map(PaymentRow::toDomain);
  }

  @Override
  public boolean replacePending(Payment next) {
    var row = PaymentRow.of(next);
    return 1
        == context.write(session ->
            session
                .createMutationQuery(REPLACE_PENDING)
                .setParameter("status", row.status)
                .setParameter("reference", row.reference, String.class)
                .setParameter("reason", row.reason, String.class)
                .setParameter("settledAt", row.settledAt, Instant.class)
                .setParameter("id", row.id)
                .setParameterList("pending", List.of(PaymentRow.PENDING, PaymentRow.IN_DOUBT))
                .executeUpdate());
  }

  @Override
  public Page<Payment, Payment.Position> listOf(
      UserId payer, PageRequest<Payment.Position> request) {
    var query = new NewestFirst<>(PaymentRow.class).where("payer = :payer", "payer", payer.value());
    request.after().ifPresent(after -> query.after(after.createdAt(), after.id().value()));
    var rows = context.read(session -> query.list(session, request.limit() + 1));
    return Page.cut(
        rows.stream().map(PaymentRow::toDomain).toList(), request.limit(), Payment::position);
  }
}
