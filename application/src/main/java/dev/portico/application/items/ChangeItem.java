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
import java.util.Optional;

/** Says otherwise what an item is, for its owner or an administrator. */
public final class ChangeItem {

  /**
   * How often to look again where {@code If-Match: *} met another change: as long as there is an
   * item it is true (RFC 9110, section 13.1.1).
   */
  static final int LOOKS = 5;

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
    // Who lost against another looks at what the item is now, or that it is gone.
    for (int i = 0; i < LOOKS; i++) {
      var shown = find(command);
      if (shown.isEmpty()) {
        return new Outcome.NotFound();
      }
      if (!command.expected().admits(shown.get().item().version())) {
        return new Outcome.Stale();
      }
      Item changed = command.change().of(shown.get().item());
      if (isReplaced(changed)) {
        return new Outcome.Changed(new Items.Shown(changed, shown.get().ownerName()));
      }
    }
    return new Outcome.Stale();
  }

  private Optional<Items.Shown> find(Command command) {
    return items
        .find(command.id())
        .filter(shown -> command.actor().mayChangeWhatIsOf(shown.item().owner()));
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
