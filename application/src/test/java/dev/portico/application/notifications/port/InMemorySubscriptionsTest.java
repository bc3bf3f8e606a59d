package dev.portico.application.notifications.port;

import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.shared.port.Transactions;

class InMemorySubscriptionsTest extends SubscriptionsContract {

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final Subscriptions subscriptions = new InMemorySubscriptions(transactions);

  @Override
  protected Subscriptions subscriptions() {
    return subscriptions;
  }

  @Override
  protected Transactions transactions() {
    return transactions;
  }
}
