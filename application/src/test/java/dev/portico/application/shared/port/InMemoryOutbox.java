package dev.portico.application.shared.port;

import dev.portico.domain.shared.DomainEvent;
import java.util.List;
import java.util.UUID;

/** What has happened, in memory. */
public final class InMemoryOutbox implements Outbox {

  private final InMemoryTable<UUID, DomainEvent> rows;

  public InMemoryOutbox(InMemoryTransactions transactions) {
    rows = transactions.newTable();
  }

  @Override
  public void add(DomainEvent event) {
    rows.with(all -> all.put(event.id(), event));
  }

  @Override
  public List<DomainEvent> take(int atMost) {
    return rows.with(all -> {
      var taken = all.values().stream().limit(atMost).toList();
      taken.forEach(event -> all.remove(event.id()));
      return taken;
    });
  }

  /** What nobody has been told of yet. */
  public List<DomainEvent> waiting() {
    return rows.with(all -> List.copyOf(all.values()));
  }
}
