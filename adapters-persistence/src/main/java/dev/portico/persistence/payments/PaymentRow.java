package dev.portico.persistence.payments;

import dev.portico.domain.items.ItemId;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentDescription;
import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.payments.PaymentMethod;
import dev.portico.domain.payments.PaymentOrder;
import dev.portico.domain.shared.Money;
import dev.portico.domain.users.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment as kept. Which of the last three columns are filled depends on the status. */
@Entity(name = "PaymentRow")
@Table(name = "payments")
class PaymentRow {

  static final String PENDING = "pending";
  static final String IN_DOUBT = "in doubt";
  static final String SUCCEEDED = "succeeded";
  static final String DECLINED = "declined";

  @Id
  @Column(name = "id")
  UUID id;

  @Column(name = "payer")
  UUID payer;

  @Column(name = "amount")
  BigDecimal amount;

  @Column(name = "currency")
  String currency;

  @Column(name = "item")
  @Nullable UUID item;

  @Column(name = "description")
  @Nullable String description;

  @Column(name = "method")
  @Nullable String method;

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

  @Column(name = "refunded")
  BigDecimal refunded;

  /** For Hibernate, which fills the fields itself. */
  @SuppressWarnings("NullAway.Init")
  protected PaymentRow() {}

  @SuppressWarnings("NullAway.Init")
  static PaymentRow of(Payment payment) {
    var order = payment.order();
    var row = new PaymentRow();
    row.id = order.id().value();
    row.payer = order.payer().value();
    row.amount = order.amount().amount();
    row.currency = order.amount().currency().getCurrencyCode();
    row.item = order.item().map(ItemId::value).orElse(null);
    row.description = order.description().map(PaymentDescription::text).orElse(null);
    row.method = order.method().map(PaymentMethod::text).orElse(null);
    row.refunded = BigDecimal.ZERO;
    row.createdAt = order.createdAt();
    row.fill(payment);
    return row;
  }

  private void fill(Payment payment) {
    switch (payment) {
      case Payment.Pending pending -> status = pending.inDoubt() ? IN_DOUBT : PENDING;
      case Payment.Succeeded succeeded -> {
        status = SUCCEEDED;
        reference = succeeded.reference();
        settledAt = succeeded.settledAt();
        refunded = succeeded.refunded().map(Money::amount).orElse(BigDecimal.ZERO);
      }
      case Payment.Declined declined -> {
        status = DECLINED;
        reason = declined.reason();
        settledAt = declined.settledAt();
      }
    }
  }

  Payment toDomain() {
    var pending = Payment.ordered(order());
    return switch (status) {
      case PENDING -> pending;
      case IN_DOUBT -> pending.doubted();
      case SUCCEEDED ->
          new Payment.Succeeded(order(), there(reference), there(settledAt), refundedSoFar());
      case DECLINED -> pending.declined(there(reason), there(settledAt));
      default -> throw new IllegalStateException("no status of a payment: " + status);
    };
  }

  private Optional<Money> refundedSoFar() {
    return refunded.signum() == 0 ? Optional.empty() : Optional.of(money(refunded, currency));
  }

  /** The table's own checks see to it. */
  private static <T> T there(@Nullable T value) {
    return Objects.requireNonNull(value);
  }

  private PaymentOrder order() {
    return new PaymentOrder(
        new PaymentId(id),
        new UserId(payer),
        money(amount, currency),
        Optional.ofNullable(item).map(ItemId::new),
        Optional.ofNullable(description).map(PaymentDescription::new),
        Optional.ofNullable(method).map(PaymentMethod::new),
        createdAt);
  }

  static Money money(BigDecimal amount, String currency) {
    var unit = Currency.getInstance(currency);
    return new Money(amount.setScale(unit.getDefaultFractionDigits()), unit);
  }
}
