package dev.portico.application.items.port;

import dev.portico.domain.items.Item;
import dev.portico.domain.items.ItemId;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.Username;
import java.util.Optional;

/** All items there are. What belongs to a deactivated user is kept and not shown. */
public interface Items {

  /** An item, and what its owner is called now. */
  record Shown(Item item, Username ownerName) {}

  /**
   * Keeps an item.
   *
   * <p>Promise: it is shown from now on, with every value as it was. The owner has to be there.
   *
   * <p>Concurrency: any number at once; none waits for another.
   */
  void add(Item item);

  /** The item of this id; empty where there is none, or its owner is deactivated. */
  Optional<Shown> find(ItemId id);

  /**
   * A page of the items of active users, newest first, the greater id first among those of one
   * instant.
   *
   * <p>Promise: following the pages from the first shows every item that was there all the time
   * exactly once, whatever comes or goes meanwhile.
   */
  Page<Shown, Item.Position> list(PageRequest<Item.Position> request);

  /**
   * Puts an item in the place of its former version.
   *
   * <p>Promise: {@code true} if the version that is kept was the one before this one's; what users
   * may say of it is now as given, while its owner and age stay. {@code false}, and nothing
   * changed, if it was another version or there is no such item.
   *
   * <p>Concurrency: of any number of replacements and removals of one version at once, over all
   * nodes, one succeeds.
   */
  boolean replace(Item item);

  /**
   * Removes an item of this version.
   *
   * <p>Promise: {@code false}, and nothing changed, if it has another version or is not there.
   *
   * <p>Concurrency: as {@link #replace}.
   */
  boolean remove(ItemId id, long version);
}
