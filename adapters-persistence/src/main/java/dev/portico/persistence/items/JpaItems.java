package dev.portico.persistence.items;

import dev.portico.application.items.port.Items;
import dev.portico.domain.items.Item;
import dev.portico.domain.items.ItemId;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.persistence.shared.NewestFirst;
import dev.portico.persistence.shared.PersistenceContext;
import java.util.Optional;

/** Items as rows of one table, read together with their owners'. */
final class JpaItems implements Items {

  private final PersistenceContext context;

  JpaItems(PersistenceContext context) {
    this.context = context;
  }

  @Override
  public void add(Item item) {
    var _ = context.write(session -> session.insert(ItemRow.of(item)));
  }

  @Override
  public Optional<Shown> find(ItemId id) {
    return context
        .read(session -> Optional.ofNullable(session.get(ItemRow.class, id.value())))
        .filter(row -> row.ownerActive)
        .map(ItemRow::toDomain);
  }

  @Override
  public Page<Shown, Item.Position> list(PageRequest<Item.Position> request) {
    var query = new NewestFirst<>(ItemRow.class).where("ownerActive");
    request.after().ifPresent(after -> query.after(after.createdAt(), after.id().value()));
    var rows = context.read(session -> query.list(session, request.limit() + 1));
    return Page.cut(
        rows.stream().map(ItemRow::toDomain).toList(),
        request.limit(),
        shown -> shown.item().position());
  }
}
