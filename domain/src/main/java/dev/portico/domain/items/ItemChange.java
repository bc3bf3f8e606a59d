package dev.portico.domain.items;

import dev.portico.domain.shared.Money;
import java.util.Optional;

/**
 * What is to be said otherwise of an item.
 *
 * @param title empty where it stays
 * @param description empty where it stays; holding nothing where it goes
 * @param price empty where it stays; holding nothing where it goes
 */
public record ItemChange(
    Optional<ItemTitle> title,
    Optional<Optional<ItemDescription>> description,
    Optional<Optional<Money>> price) {

  /** The item's next version. */
  public Item of(Item item) {
    return new Item(
        item.id(),
        item.owner(),
        title.orElse(item.title()),
        description.orElse(item.description()),
        price.orElse(item.price()),
        item.createdAt(),
        item.version() + 1);
  }
}
