package dev.portico.application.webhooks.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.users.port.InMemoryUsers;
import dev.portico.application.users.port.Users;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.User;

class InMemoryDeliveriesTest extends DeliveriesContract {

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final Users users = new InMemoryUsers(transactions);
  private final Webhooks webhooks = new InMemoryWebhooks(transactions, users);
  private final Deliveries deliveries = new InMemoryDeliveries(transactions, webhooks);

  @Override
  protected Webhooks webhooks() {
    return webhooks;
  }

  @Override
  protected Deliveries deliveries() {
    return deliveries;
  }

  @Override
  protected Transactions transactions() {
    return transactions;
  }

  @Override
  protected void add(User user) {
    assertThat(users.addIfFree(user, new PasswordHash("x"))).isEqualTo(Users.Addition.ADDED);
  }
}
