package dev.portico.application.items;

import dev.portico.application.items.port.Items;
import dev.portico.application.shared.Announce;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.items.Item;
import dev.portico.domain.items.ItemId;
import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.shared.Expected;
import dev.portico.domain.users.Actor;
import java.util.Optional;

/** Takes an item back for good, for its owner or an administrator. */
public final class DeleteItem {

  private final Items items;
  private final Transactions transactions;
  private final Announce announce;

  public DeleteItem(Items items, Transactions transactions, Announce announce) {
    this.items = items;
    this.transactions = transactions;
    this.announce = announce;
  }

  /**
   * Which one.
   *
   * @param expected what the item was like when this was decided
   */
  public record Command(ItemId id, Expected expected, Actor actor) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Deleted() implements Outcome {}

    /** There is none, none that is shown, or it is somebody else's. */
    record NotFound() implements Outcome {}

    /** The item is not what was expected, or was changed at the same time: it stays. */
    record Stale() implements Outcome {}
  }

  public Outcome handle(Command command) {
    // As ChangeItem does: who lost against another looks at what the item is now.
    for (int i = 0; i < ChangeItem.LOOKS; i++) {
      var item = find(command);
      if (item.isEmpty()) {
        return new Outcome.NotFound();
      }
      if (!command.expected().admits(item.get().version())) {
        return new Outcome.Stale();
      }
      if (isRemoved(item.get())) {
        return new Outcome.Deleted();
      }
    }
    return new Outcome.Stale();
  }

  private Optional<Item> find(Command command) {
    return items
        .find(command.id())
        .map(Items.Shown::item)
        .filter(item -> command.actor().mayChangeWhatIsOf(item.owner()));
  }

  private boolean isRemoved(Item item) {
    return transactions.inTransaction(() -> {
      boolean removed = items.remove(item.id(), item.version());
      if (removed) {
        announce.that(DomainEvent.Type.ITEM_DELETED, item.owner().value(), ItemFacts.of(item));
      }
      return removed;
    });
  }
}
