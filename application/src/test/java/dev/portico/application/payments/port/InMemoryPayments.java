package dev.portico.application.payments.port;

import dev.portico.application.shared.port.InMemoryTable;
import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.shared.port.NewestFirst;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.UserId;
import java.util.List;
import java.util.Optional;

/** Payments in memory. */
public final class InMemoryPayments implements Payments {

  private static final NewestFirst<Payment, Payment.Position> NEWEST_FIRST =
      new NewestFirst<>(
          Payment::position, Payment.Position::createdAt, position -> position.id().value());

  private final InMemoryTable<PaymentId, Payment> rows;

  public InMemoryPayments(InMemoryTransactions transactions) {
    rows = transactions.newTable();
  }

  @Override
  public void add(Payment.Pending payment) {
    rows.with(all -> {
      if (all.putIfAbsent(payment.order().id(), payment) != null) {
        throw new IllegalStateException("added already");
      }
      return true;
    });
  }

  @Override
  public Optional<Payment> find(PaymentId id) {
    return rows.with(all -> Optional.ofNullable(all.get(id)));
  }

  @Override
  public boolean replacePending(Payment next) {
    return rows.with(all ->
        all.get(next.order().id()) instanceof Payment.Pending pending
            && all.replace(pending.order().id(), pending, next));
  }

  /** As refunds change it. */
  void replaceSucceeded(Payment.Succeeded next) {
    rows.with(all -> all.replace(next.order().id(), next));
  }

  /** Every payment, in no order to rely on. */
  public List<Payment> all() {
    return rows.with(all -> List.copyOf(all.values()));
  }

  @Override
  public Page<Payment, Payment.Position> listOf(
      UserId payer, PageRequest<Payment.Position> request) {
    return rows.with(all ->
        NEWEST_FIRST.page(
            all.values().stream().filter(payment -> payment.order().payer().equals(payer)),
            request));
  }
}
