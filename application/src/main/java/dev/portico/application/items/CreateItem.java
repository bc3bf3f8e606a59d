package dev.portico.application.items;

import dev.portico.application.items.port.Items;
import dev.portico.application.shared.Announce;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.items.Item;
import dev.portico.domain.items.ItemDescription;
import dev.portico.domain.items.ItemId;
import dev.portico.domain.items.ItemTitle;
import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.shared.Money;
import dev.portico.domain.users.UserId;
import java.time.InstantSource;
import java.util.Optional;

/** Offers something. */
public final class CreateItem {

  private final Items items;
  private final Transactions transactions;
  private final IdGenerator ids;
  private final InstantSource time;
  private final Announce announce;

  public CreateItem(
      Items items,
      Transactions transactions,
      IdGenerator ids,
      InstantSource time,
      Announce announce) {
    this.items = items;
    this.transactions = transactions;
    this.ids = ids;
    this.time = time;
    this.announce = announce;
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
    return transactions.inTransaction(() -> created(item));
  }

  private Outcome created(Item item) {
    items.add(item);
    announce.that(DomainEvent.Type.ITEM_CREATED, item.owner().value(), ItemFacts.of(item));
    return new Outcome.Created(item);
  }
}
