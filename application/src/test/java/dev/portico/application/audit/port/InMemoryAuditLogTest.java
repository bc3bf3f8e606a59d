package dev.portico.application.audit.port;

import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.shared.port.Transactions;

class InMemoryAuditLogTest extends AuditLogContract {

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final InMemoryAuditLog log = new InMemoryAuditLog(transactions);

  @Override
  protected AuditLog log() {
    return log;
  }

  @Override
  protected Transactions transactions() {
    return transactions;
  }
}
