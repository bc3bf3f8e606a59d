package dev.portico.application.items;

import dev.portico.application.items.port.Items;
import dev.portico.domain.items.Item;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;

/** Shows the items, newest first, a page at a time. */
public final class ListItems {

  private final Items items;

  public ListItems(Items items) {
    this.items = items;
  }

  /** Which page. */
  public record Command(PageRequest<Item.Position> page) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Listed(Page<Items.Shown, Item.Position> page) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return new Outcome.Listed(items.list(command.page()));
  }
}
