package dev.portico.application.items;

import dev.portico.domain.items.Item;
import dev.portico.domain.shared.JsonObject;
import dev.portico.domain.shared.Money;

/** What is said of an item when something happens to it: some of what everyone sees. */
final class ItemFacts {

  private ItemFacts() {}

  static JsonObject of(Item item) {
    var facts =
        new JsonObject()
            .with("id", item.id().toString())
            .with("title", item.title().text())
            .with("owner_id", item.owner().toString())
            .with("created_at", item.createdAt().toString());
    item.price().ifPresent(price -> facts.with("price", of(price)));
    return facts;
  }

  private static JsonObject of(Money money) {
    return new JsonObject()
        .with("amount", money.amountText())
        .with("currency", money.currency().getCurrencyCode());
  }
}
