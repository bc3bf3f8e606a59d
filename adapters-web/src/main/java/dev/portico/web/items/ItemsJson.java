package dev.portico.web.items;

import dev.portico.application.items.CreateItem;
import dev.portico.application.items.port.Items;
import dev.portico.domain.items.Item;
import dev.portico.domain.items.ItemChange;
import dev.portico.domain.items.ItemDescription;
import dev.portico.domain.items.ItemTitle;
import dev.portico.domain.users.UserId;
import dev.portico.web.shared.JsonBody;
import dev.portico.web.shared.MoneyJson;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Items as they look on the wire. */
final class ItemsJson {

  private ItemsJson() {}

  /** Whose an item is. */
  record OwnerJson(String id, String username) {}

  /** What everyone sees of an item. */
  record ItemJson(
      String id,
      String title,
      @Nullable String description,
      @Nullable MoneyJson price,
      OwnerJson owner,
      Instant createdAt) {

    static ItemJson of(Items.Shown shown) {
      return of(shown.item(), shown.ownerName().text());
    }

    static ItemJson of(Item item, String ownerName) {
      return new ItemJson(
          item.id().toString(),
          item.title().text(),
          item.description().map(ItemDescription::text).orElse(null),
          item.price().map(MoneyJson::of).orElse(null),
          new OwnerJson(item.owner().toString(), ownerName),
          item.createdAt());
    }
  }

  /** Reads what is offered. */
  static CreateItem.Command creation(JsonBody body, UserId owner) {
    var title = body.required("title", ItemTitle::parse);
    var description = body.optional("description", ItemDescription::parse);
    var price = body.optionalPart("price").map(MoneyJson::read);
    body.check();
    return new CreateItem.Command(
        owner, title.value(), description.value(), price.map(Supplier::get));
  }

  /** Reads all that is to be said of an item from now on; what is missing goes. */
  static ItemChange replacement(JsonBody body) {
    var title = body.required("title", ItemTitle::parse);
    var description = body.optional("description", ItemDescription::parse);
    var price = body.optionalPart("price").map(MoneyJson::read);
    body.check();
    return new ItemChange(
        Optional.of(title.value()),
        Optional.of(description.value()),
        Optional.of(price.map(Supplier::get)));
  }

  /** Reads what is to be said otherwise; what is not named stays. */
  static ItemChange change(JsonBody body) {
    var title = body.optional("title", ItemTitle::parse);
    var description = body.optional("description", ItemDescription::parse);
    var price = body.optionalPart("price").map(MoneyJson::read);
    body.check();
    return new ItemChange(
        title.value(),
        body.names("description") ? Optional.of(description.value()) : Optional.empty(),
        body.names("price") ? Optional.of(price.map(Supplier::get)) : Optional.empty());
  }
}
