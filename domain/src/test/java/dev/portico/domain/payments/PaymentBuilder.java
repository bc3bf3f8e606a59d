package dev.portico.domain.payments;

import dev.portico.domain.items.ItemId;
import dev.portico.domain.shared.CanIgnoreReturnValue;
import dev.portico.domain.shared.Money;
import dev.portico.domain.users.UserId;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes payments for tests; each has an id of its own and is right in everything else too. */
@CanIgnoreReturnValue
public final class PaymentBuilder {

  private static final AtomicLong COUNT = new AtomicLong();

  private PaymentId id =
      new PaymentId(new UUID(0x0190_0000_0000_7000L, 1L << 63 | COUNT.incrementAndGet()));
  private UserId payer = new UserId(new UUID(0x7000L, 1));
  private Money amount = money("100", "USD");
  private Optional<ItemId> item = Optional.empty();
  private Optional<PaymentDescription> description = Optional.empty();
  private Optional<PaymentMethod> method = Optional.empty();
  private Instant createdAt = Instant.parse("2024-01-15T12:00:00.123456Z");

  private PaymentBuilder() {}

  public static PaymentBuilder aPayment() {
    return new PaymentBuilder();
  }

  public static Money money(String amount, String currency) {
    return Money.parse(amount, Currency.getInstance(currency)).orThrow();
  }

  public PaymentBuilder withId(UUID value) {
    id = new PaymentId(value);
    return this;
  }

  public PaymentBuilder by(UserId someone) {
    payer = someone;
    return this;
  }

  public PaymentBuilder of(String decimal, String currency) {
    amount = money(decimal, currency);
    return this;
  }

  public PaymentBuilder forItem(ItemId one) {
    item = Optional.of(one);
    return this;
  }

  public PaymentBuilder describedAs(String text) {
    description = PaymentDescription.parse(text).asOptional();
    return this;
  }

  public PaymentBuilder chargedTo(String name) {
    method = PaymentMethod.parse(name).asOptional();
    return this;
  }

  public PaymentBuilder createdAt(Instant instant) {
    createdAt = instant;
    return this;
  }

  public PaymentOrder order() {
    return new PaymentOrder(id, payer, amount, item, description, method, createdAt);
  }

  public Payment.Pending build() {
    return Payment.ordered(order());
  }
}
