package dev.portico.persistence.reports;

import dev.portico.application.reports.port.KeptReports;
import dev.portico.application.reports.port.KeptReportsContract;
import dev.portico.persistence.shared.FreshDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcKeptReportsTest extends KeptReportsContract {

  @RegisterExtension final FreshDatabase fresh = new FreshDatabase();

  @Override
  protected KeptReports reports() {
    return new JdbcKeptReports(fresh.context());
  }
}
