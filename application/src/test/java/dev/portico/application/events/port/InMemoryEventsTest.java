package dev.portico.application.events.port;

import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.users.User;

class InMemoryEventsTest extends EventsContract {

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final Events events = new InMemoryEvents(transactions);

  @Override
  protected Events events() {
    return events;
  }

  @Override
  protected Transactions transactions() {
    return transactions;
  }

  @Override
  protected void add(User user) {
    // A fake asks for no owner.
  }
}
