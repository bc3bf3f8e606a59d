package dev.portico.application.payments.port;

import dev.portico.application.shared.port.InMemoryTable;
import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.shared.port.NewestFirst;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.payments.Refund;
import dev.portico.domain.payments.RefundId;
import dev.portico.domain.payments.RefundRequest;
import dev.portico.domain.payments.RefundRuling;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refunds in memory, beside the payments that they are of. */
public final class InMemoryRefunds implements Refunds {

  private static final NewestFirst<Refund, Refund.Position> NEWEST_FIRST =
      new NewestFirst<>(
          Refund::position, Refund.Position::createdAt, position -> position.id().value());

  private final InMemoryTable<RefundId, Refund> rows;
  private final InMemoryTransactions transactions;
  private final InMemoryPayments payments;

  public InMemoryRefunds(InMemoryTransactions transactions, InMemoryPayments payments) {
    this.transactions = transactions;
    this.payments = payments;
    rows = transactions.newTable();
  }

  @Override
  public Adding add(RefundRequest request) {
    return rows.with(all ->
        payments.find(request.payment()).orElse(null) instanceof Payment.Succeeded payment
            ? added(payment.refund(request), all)
            : new Adding.NotPaid());
  }

  private Adding added(RefundRuling ruling, Map<RefundId, Refund> all) {
    return switch (ruling) {
      case RefundRuling.TooMuch(var left) -> new Adding.TooMuch(left);
      case RefundRuling.Granted(var refund, var payment) -> {
        if (all.putIfAbsent(refund.order().id(), refund) != null) {
          throw new IllegalStateException("added already");
        }
        payments.replaceSucceeded(payment);
        yield new Adding.Added(refund);
      }
    };
  }

  @Override
  public Optional<Refund> find(RefundId id) {
    return rows.with(all -> Optional.ofNullable(all.get(id)));
  }

  @Override
  public boolean replacePending(Refund next) {
    return transactions.inTransaction(() -> {
      boolean replaced =
          rows.with(all ->
              mayBecome(all.get(next.order().id()), next)
                  && all.put(next.order().id(), next) != null);
      if (replaced && next instanceof Refund.Declined declined) {
        var payment = (Payment.Succeeded) payments.find(declined.order().payment()).orElseThrow();
        payments.replaceSucceeded(payment.without(declined));
      }
      return replaced;
    });
  }

  private static boolean mayBecome(@Nullable Refund former, Refund next) {
    boolean ended = next instanceof Refund.Succeeded || next instanceof Refund.Declined;
    return former instanceof Refund.Pending || (ended && former instanceof Refund.UnderWay);
  }

  @Override
  public Page<Refund, Refund.Position> listOf(
      PaymentId payment, PageRequest<Refund.Position> request) {
    return rows.with(all ->
        NEWEST_FIRST.page(
            all.values().stream().filter(refund -> refund.order().payment().equals(payment)),
            request));
  }
}
