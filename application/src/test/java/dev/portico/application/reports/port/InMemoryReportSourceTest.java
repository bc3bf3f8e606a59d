package dev.portico.application.reports.port;

import dev.portico.application.events.port.Events;
import dev.portico.application.events.port.InMemoryEvents;
import dev.portico.application.items.port.InMemoryItems;
import dev.portico.application.items.port.Items;
import dev.portico.application.payments.port.InMemoryPayments;
import dev.portico.application.payments.port.Payments;
import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.users.port.InMemoryUsers;
import dev.portico.application.users.port.Users;

class InMemoryReportSourceTest extends ReportSourceContract {

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final InMemoryUsers users = new InMemoryUsers(transactions);
  private final InMemoryEvents events = new InMemoryEvents(transactions);
  private final InMemoryItems items = new InMemoryItems(transactions, users);
  private final InMemoryPayments payments = new InMemoryPayments(transactions);

  @Override
  protected ReportSource source() {
    return new InMemoryReportSource(users, events, items, payments);
  }

  @Override
  protected Users users() {
    return users;
  }

  @Override
  protected Events events() {
    return events;
  }

  @Override
  protected Items items() {
    return items;
  }

  @Override
  protected Payments payments() {
    return payments;
  }
}
