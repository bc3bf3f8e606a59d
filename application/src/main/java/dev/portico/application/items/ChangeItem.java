package dev.portico.application.items;

import dev.portico.application.items.port.Items;
import dev.portico.application.shared.Announce;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.items.Item;
import dev.portico.domain.items.ItemChange;
import dev.portico.domain.items.ItemId;
import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.shared.Expected;
import dev.portico.domain.users.Actor;

/** Says otherwise what an item is, for its owner or an administrator. */
public final class ChangeItem {

  private final Items items;
  private final Transactions transactions;
  private final Announce announce;

  public ChangeItem(Items items, Transactions transactions, Announce announce) {
    this.items = items;
    this.transactions = transactions;
    this.announce = announce;
  }

  /**
   * What is to change.
   *
   * @param expected what the item was like when the change was thought up
   */
  public record Command(ItemId id, ItemChange change, Expected expected, Actor actor) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Changed(Items.Shown item) implements Outcome {}

    /** There is none, none that is shown, or it is somebody else's. */
    record NotFound() implements Outcome {}

    /** The item is not what was expected, or was changed at the same time: nothing is done. */
    record Stale() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return items
        .find(command.id())
        .filter(shown -> command.actor().mayChangeWhatIsOf(shown.item().owner()))
        .map(shown -> change(shown, command))
        .orElseGet(Outcome.NotFound::new);
  }

  private Outcome change(Items.Shown shown, Command command) {
    Item changed = command.change().of(shown.item());
    return command.expected().admits(shown.item().version()) && isReplaced(changed)
        ? new Outcome.Changed(new Items.Shown(changed, shown.ownerName()))
        : new Outcome.Stale();
  }

  private boolean isReplaced(Item changed) {
    return transactions.inTransaction(() -> {
      boolean replaced = items.replace(changed);
      if (replaced) {
        announce.that(
            DomainEvent.Type.ITEM_CHANGED, changed.owner().value(), ItemFacts.of(changed));
      }
      return replaced;
    });
  }
}
