package dev.portico.persistence.items;

import dev.portico.application.items.port.Items;
import dev.portico.domain.items.Item;
import dev.portico.domain.items.ItemId;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.persistence.shared.NewestFirst;
import dev.portico.persistence.shared.PersistenceContext;
import java.math.BigDecimal;
import java.util.Optional;

/** Items as rows of one table, read together with their owners'. */
final class JpaItems implements Items {

  /** The version is compared by the statement that sets it, so that no change slips in between. */
  private static final String REPLACE =
      """
      update ItemRow set title = :title, description = :description, priceAmount = :amount,
        priceCurrency = :currency, version = :version
      where id = :id and version = :version - 1
      """;

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

  @Override
  public boolean replace(Item item) {
    var row = ItemRow.of(item);
    return 1
        == context.write(session ->
            session
                .createMutationQuery(REPLACE)
                .setParameter("title", row.title)
                .setParameter("description", row.description, String.class)
                .setParameter("amount", row.priceAmount, BigDecimal.class)
                .setParameter("currency", row.priceCurrency, String.class)
                .setParameter("version", row.version)
                .setParameter("id", row.id)
                .executeUpdate());
  }

  @Override
  public boolean remove(ItemId id, long version) {
    return 1
        == context.write(session ->
            session
                .createMutationQuery("delete from ItemRow where id = :id and version = :version")
                .setParameter("id", id.value())
                .setParameter("version", version)
                .executeUpdate());
  }
}
