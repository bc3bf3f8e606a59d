package dev.portico.application.items;

import dev.portico.application.items.port.Items;
import dev.portico.domain.items.ItemId;

/** Shows an item. */
public final class ViewItem {

  private final Items items;

  public ViewItem(Items items) {
    this.items = items;
  }

  /** Which one. */
  public record Command(ItemId id) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Found(Items.Shown item) implements Outcome {}

    /** There is none, or none that is shown: which of the two is nobody's business. */
    record NotFound() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return items
        .find(command.id())
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(Outcome.NotFound::new);
  }
}
