package dev.portico.application.items.port;

import dev.portico.application.shared.port.InMemoryTable;
import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.shared.port.NewestFirst;
import dev.portico.application.users.port.Users;
import dev.portico.domain.items.Item;
import dev.portico.domain.items.ItemId;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.User;
import java.util.List;
import java.util.Optional;

/** Items in memory, beside the users whose they are. */
public final class InMemoryItems implements Items {

  private static final NewestFirst<Shown, Item.Position> NEWEST_FIRST =
      new NewestFirst<>(
          shown -> shown.item().position(),
          Item.Position::createdAt,
          position -> position.id().value());

  private final InMemoryTable<ItemId, Item> rows;
  private final Users users;

  public InMemoryItems(InMemoryTransactions transactions, Users users) {
    rows = transactions.newTable();
    this.users = users;
  }

  @Override
  public void add(Item item) {
    rows.with(all -> all.put(item.id(), item));
  }

  @Override
  public Optional<Shown> find(ItemId id) {
    return rows.with(all -> Optional.ofNullable(all.get(id)).flatMap(this::shown));
  }

  private Optional<Shown> shown(Item item) {
    return users
        .find(item.owner())
        .filter(User::active)
        .map(owner -> new Shown(item, owner.username()));
  }

  @Override
  public Page<Shown, Item.Position> list(PageRequest<Item.Position> request) {
    return rows.with(all ->
        NEWEST_FIRST.page(all.values().stream().flatMap(item -> shown(item).stream()), request));
  }

  @Override
  public boolean replace(Item item) {
    return rows.with(all -> {
      var former = all.get(item.id());
      if (former == null || former.version() != item.version() - 1) {
        return false;
      }
      all.put(
          item.id(),
          new Item(
              item.id(),
              former.owner(),
              item.title(),
              item.description(),
              item.price(),
              former.createdAt(),
              item.version()));
      return true;
    });
  }

  @Override
  public boolean remove(ItemId id, long version) {
    return rows.with(all -> {
      var kept = all.get(id);
      return kept != null && kept.version() == version && all.remove(id, kept);
    });
  }

  /** Every single one, for reports. */
  public List<Item> all() {
    return rows.with(all -> List.copyOf(all.values()));
  }
}
