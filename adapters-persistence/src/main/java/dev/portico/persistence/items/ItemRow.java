package dev.portico.persistence.items;

import dev.portico.application.items.port.Items.Shown;
import dev.portico.domain.items.Item;
import dev.portico.domain.items.ItemDescription;
import dev.portico.domain.items.ItemId;
import dev.portico.domain.items.ItemTitle;
import dev.portico.domain.shared.Money;
import dev.portico.domain.users.UserId;
import dev.portico.domain.users.Username;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/** An item as kept, and what its owner's row says of the owner. */
@Entity(name = "ItemRow")
@Table(name = "items")
class ItemRow {

  @Id
  @Column(name = "id")
  UUID id;

  @Column(name = "owner")
  UUID owner;

  @Column(name = "title")
  String title;

  @Column(name = "description")
  @Nullable String description;

  @Column(name = "price_amount")
  @Nullable BigDecimal priceAmount;

  @Column(name = "price_currency")
  @Nullable String priceCurrency;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "version")
  long version;

  @Formula("(select u.username from users u where u.id = owner)")
  String ownerName;

  @Formula("(select u.active from users u where u.id = owner)")
  boolean ownerActive;

  /** For Hibernate, which fills the fields itself. */
  @SuppressWarnings("NullAway.Init")
  protected ItemRow() {}

  @SuppressWarnings("NullAway.Init")
  static ItemRow of(Item item) {
    var row = new ItemRow();
    row.id = item.id().value();
    row.owner = item.owner().value();
    row.title = item.title().text();
    row.description = item.description().map(ItemDescription::text).orElse(null);
    row.priceAmount = item.price().map(Money::amount).orElse(null);
    row.priceCurrency = item.price().map(price -> price.currency().getCurrencyCode()).orElse(null);
    row.createdAt = item.createdAt();
    row.version = item.version();
    return row;
  }

  Shown toDomain() {
    var item =
        new Item(
            new ItemId(id),
            new UserId(owner),
            new ItemTitle(title),
            Optional.ofNullable(description).map(ItemDescription::new),
            price(),
            createdAt,
            version);
    return new Shown(item, new Username(ownerName));
  }

  private Optional<Money> price() {
    return priceAmount == null || priceCurrency == null
        ? Optional.empty()
        : Optional.of(new Money(priceAmount, Currency.getInstance(priceCurrency)));
  }
}
