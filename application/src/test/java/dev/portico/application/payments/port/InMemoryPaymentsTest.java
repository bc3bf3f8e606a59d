package dev.portico.application.payments.port;

import dev.portico.application.shared.port.InMemoryTransactions;

class InMemoryPaymentsTest extends PaymentsContract {

  private final Payments payments = new InMemoryPayments(new InMemoryTransactions());

  @Override
  protected Payments payments() {
    return payments;
  }
}
