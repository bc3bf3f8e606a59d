package dev.portico.persistence.payments;

import dev.portico.application.payments.port.Refunds;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.payments.Refund;
import dev.portico.domain.payments.RefundId;
import dev.portico.domain.payments.RefundRequest;
import dev.portico.domain.payments.RefundRuling;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.persistence.shared.NewestFirst;
import dev.portico.persistence.shared.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Refunds as rows of one table. Their sum stands in the payment's row, whose lock keeps refunds of
 * one payment apart, and whose check lets no sum be more than was paid.
 */
final class JpaRefunds implements Refunds {

  private static final String REPLACE_PENDING =
      """
      update RefundRow
      set status = :status, reference = :reference, reason = :reason, settledAt = :settledAt
      where id = :id and status in (:pending)
      """;

  private static final String COUNT_IN =
      "update PaymentRow set refunded = refunded + :amount where id = :id";

  private final PersistenceContext context;

  JpaRefunds(PersistenceContext context) {
    this.context = context;
  }

  @Override
  public Adding add(RefundRequest request) {
    return context.write(session ->
        locked(session, request.payment()) instanceof Payment.Succeeded payment
            ? added(session, payment.refund(request))
            : new Adding.NotPaid());
  }

  /** The payment, which nobody else changes until the commit; nothing where there is none. */
  private static @Nullable Payment locked(StatelessSession session, PaymentId payment) {
    var row = session.get(PaymentRow.class, payment.value(), LockMode.PESSIMISTIC_WRITE);
    return row == null ? null : row.toDomain();
  }

  private static Adding added(StatelessSession session, RefundRuling ruling) {
    return switch (ruling) {
      case RefundRuling.TooMuch(var left) -> new Adding.TooMuch(left);
      case RefundRuling.Granted(var refund, var _) -> {
        var row = RefundRow.of(refund);
        var _ = session.insert(row);
        countIn(session, row.payment, row.amount);
        yield new Adding.Added(refund);
      }
    };
  }

  private static void countIn(StatelessSession session, UUID payment, BigDecimal amount) {
    var _ =
        session
            .createMutationQuery(COUNT_IN)
            .setParameter("amount", amount)
            .setParameter("id", payment)
            .executeUpdate();
  }

  @Override
  public Optional<Refund> find(RefundId id) {
    return context
        .read(session -> Optional.ofNullable(session.get(RefundRow.class, id.value())))
        .map(RefundRow::toDomain);
  }

  @Override
  public boolean replacePending(Refund next) {
    var row = RefundRow.of(next);
    return context.write(session -> {
      boolean replaced = replace(session, row);
      if (replaced && next instanceof Refund.Declined) {
        countIn(session, row.payment, row.amount.negate());
      }
      return replaced;
    });
  }

  private static boolean replace(StatelessSession session, RefundRow row) {
    return 1
        == session
            .createMutationQuery(REPLACE_PENDING)
            .setParameter("status", row.status)
            .setParameter("reference", row.reference, String.class)
            .setParameter("reason", row.reason, String.class)
            .setParameter("settledAt", row.settledAt, Instant.class)
            .setParameter("id", row.id)
            .setParameterList("pending", before(row))
            .executeUpdate();
  }

  /** What it may have been: whoever lost an answer must not forget what another was told. */
  private static List<String> before(RefundRow row) {
    return row.settledAt == null
        ? List.of(PaymentRow.PENDING, PaymentRow.IN_DOUBT)
        : List.of(PaymentRow.PENDING, PaymentRow.IN_DOUBT, RefundRow.UNDER_WAY);
  }

  @Override
  public Page<Refund, Refund.Position> listOf(
      PaymentId payment, PageRequest<Refund.Position> request) {
    var query =
        new NewestFirst<>(RefundRow.class).where("payment = :payment", "payment", payment.value());
    request.after().ifPresent(after -> query.after(after.createdAt(), after.id().value()));
    var rows = context.read(session -> query.list(session, request.limit() + 1));
    return Page.cut(
        rows.stream().map(RefundRow::toDomain).toList(), request.limit(), Refund::position);
  }
}
