package dev.portico.persistence.shared;

import dev.portico.application.shared.port.Outbox;
import dev.portico.application.shared.port.OutboxContract;
import dev.portico.application.shared.port.Transactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcOutboxTest extends OutboxContract {

  @RegisterExtension final FreshDatabase fresh = new FreshDatabase();

  @Override
  protected Outbox outbox() {
    return new JdbcOutbox(fresh.context());
  }

  @Override
  protected Transactions transactions() {
    return fresh.transactions();
  }
}
