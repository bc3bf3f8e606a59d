package dev.portico.application.reports.port;

import dev.portico.application.shared.port.InMemoryTransactions;

class InMemoryKeptReportsTest extends KeptReportsContract {

  private final KeptReports reports = new InMemoryKeptReports(new InMemoryTransactions());

  @Override
  protected KeptReports reports() {
    return reports;
  }
}
