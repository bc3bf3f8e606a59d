package dev.portico.persistence.payments;

import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.payments.Refund;
import dev.portico.domain.payments.RefundId;
import dev.portico.domain.payments.RefundOrder;
import dev.portico.domain.users.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A refund as kept. Which of the last three columns are filled depends on the status. */
@Entity(name = "RefundRow")
@Table(name = "refunds")
class RefundRow {

  static final String UNDER_WAY = "under way";

  @Id
  @Column(name = "id")
  UUID id;

  @Column(name = "payment")
  UUID payment;

  @Column(name = "amount")
  BigDecimal amount;

  @Column(name = "currency")
  String currency;

  @Column(name = "asked_by")
  UUID askedBy;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "status")
  String status;

  @Column(name = "reference")
  @Nullable String reference;

  @Column(name = "reason")
  @Nullable String reason;

  @Column(name = "settled_at")
  @Nullable Instant settledAt;

  /** For Hibernate, which fills the fields itself. */
  @SuppressWarnings("NullAway.Init")
  protected RefundRow() {}

  @SuppressWarnings("NullAway.Init")
  static RefundRow of(Refund refund) {
    var order = refund.order();
    var row = new RefundRow();
    row.id = order.id().value();
    row.payment = order.payment().value();
    row.amount = order.amount().amount();
    row.currency = order.amount().currency().getCurrencyCode();
    row.askedBy = order.by().value();
    row.createdAt = order.createdAt();
    row.fill(refund);
    return row;
  }

  private void fill(Refund refund) {
    switch (refund) {
      case Refund.Pending pending ->
          status = pending.inDoubt() ? PaymentRow.IN_DOUBT : PaymentRow.PENDING;
      case Refund.UnderWay underWay -> {
        status = UNDER_WAY;
        reference = underWay.reference();
      }
      case Refund.Succeeded succeeded -> {
        status = PaymentRow.SUCCEEDED;
        reference = succeeded.reference();
        settledAt = succeeded.settledAt();
      }
      case Refund.Declined declined -> {
        status = PaymentRow.DECLINED;
        reason = declined.reason();
        settledAt = declined.settledAt();
      }
    }
  }

  Refund toDomain() {
    var pending = Refund.ordered(order());
    return switch (status) {
      case PaymentRow.PENDING -> pending;
      case PaymentRow.IN_DOUBT -> pending.doubted();
      case UNDER_WAY -> pending.underWay(there(reference));
      case PaymentRow.SUCCEEDED -> pending.succeeded(there(reference), there(settledAt));
      case PaymentRow.DECLINED -> pending.declined(there(reason), there(settledAt));
      default -> throw new IllegalStateException("no status of a refund: " + status);
    };
  }

  /** The table's own checks see to it. */
  private static <T> T there(@Nullable T value) {
    return Objects.requireNonNull(value);
  }

  private RefundOrder order() {
    return new RefundOrder(
        new RefundId(id),
        new PaymentId(payment),
        PaymentRow.money(amount, currency),
        new UserId(askedBy),
        createdAt);
  }
}
