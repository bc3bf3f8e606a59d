package dev.portico.persistence.webhooks;

import dev.portico.application.shared.port.Transactions;
import dev.portico.application.webhooks.port.Deliveries;
import dev.portico.application.webhooks.port.DeliveriesContract;
import dev.portico.application.webhooks.port.Webhooks;
import dev.portico.domain.users.User;
import dev.portico.persistence.shared.FreshDatabase;
import dev.portico.persistence.shared.SealingKey;
import dev.portico.persistence.users.UserRows;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcDeliveriesTest extends DeliveriesContract {

  @RegisterExtension final FreshDatabase fresh = new FreshDatabase();

  @Override
  protected Webhooks webhooks() {
    return new JdbcWebhooks(fresh.context(), new SealingKey(new byte[32]));
  }

  @Override
  protected Deliveries deliveries() {
    return new JdbcDeliveries(fresh.context());
  }

  @Override
  protected Transactions transactions() {
    return fresh.transactions();
  }

  @Override
  protected void add(User user) {
    UserRows.add(fresh, user);
  }
}
