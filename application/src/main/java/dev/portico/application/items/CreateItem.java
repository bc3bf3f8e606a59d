package dev.portico.application.items;

import dev.portico.application.items.port.Items;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.domain.items.Item;
import dev.portico.domain.items.ItemDescription;
import dev.portico.domain.items.ItemId;
import dev.portico.domain.items.ItemTitle;
import dev.portico.domain.shared.Money;
import dev.portico.domain.users.UserId;
import java.time.InstantSource;
import java.util.Optional;

/** Offers something. */
public final class CreateItem {

  private final Items items;
  private final IdGenerator ids;
  private final InstantSource time;

  public CreateItem(Items items, IdGenerator ids, InstantSource time) {
    this.items = items;
    this.ids = ids;
    this.time = time;
  }

  /** Who offers what. */
  public record Command(
      UserId owner,
      ItemTitle title,
      Optional<ItemDescription> description,
      Optional<Money> price) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Created(Item item) implements Outcome {}
  }

  public Outcome handle(Command command) {
    var item =
        new Item(
            new ItemId(ids.next()),
            command.owner(),
            command.title(),
            command.description(),
            command.price(),
            time.instant(),
            Item.FIRST_VERSION);
    items.add(item);
    return new Outcome.Created(item);
  }
}
