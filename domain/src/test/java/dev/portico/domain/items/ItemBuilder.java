package dev.portico.domain.items;

import dev.portico.domain.shared.Money;
import dev.portico.domain.users.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Builds items for tests: valid and unlike each other unless told otherwise. */
public final class ItemBuilder {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final int number = COUNT.incrementAndGet();
  private final UserId owner;
  private UUID id = new UUID(0x0191_0000_0000_7000L + number, 0x8000_0000_0000_0000L + number);
  private Optional<ItemDescription> description = Optional.empty();
  private Optional<Money> price = Optional.empty();
  private Instant createdAt = Instant.parse("2024-01-15T12:00:00Z").plusMillis(number);

  private ItemBuilder(UserId owner) {
    this.owner = owner;
  }

  public static ItemBuilder anItemOf(UserId owner) {
    return new ItemBuilder(owner);
  }

  public ItemBuilder withId(UUID value) {
    id = value;
    return this;
  }

  public ItemBuilder withDescription(String value) {
    description = Optional.of(ItemDescription.parse(value).orThrow());
    return this;
  }

  public ItemBuilder withPrice(String amount, String currency) {
    price =
        Optional.of(
            Money.parseCurrency(currency).then(known -> Money.parse(amount, known)).orThrow());
    return this;
  }

  public ItemBuilder createdAt(Instant value) {
    createdAt = value;
    return this;
  }

  public Item build() {
    return new Item(
        new ItemId(id),
        owner,
        new ItemTitle("Item " + number),
        description,
        price,
        createdAt,
        Item.FIRST_VERSION);
  }
}
