package dev.portico.persistence.shared;

import dev.portico.application.shared.port.Transactions;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives each test an open database of its own, as a field with {@code @RegisterExtension}. */
public final class FreshDatabase implements BeforeEachCallback, AfterEachCallback {

  private final List<RowTypes> rows;
  private @Nullable DatabaseUrl url;
  private @Nullable Database database;
  private @Nullable PersistenceContext context;

  public FreshDatabase(RowTypes... rows) {
    this.rows = List.of(rows);
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    url = TestPostgres.database();
    database = Database.open(url, new PoolSettings(8));
    context = PersistenceContext.over(database, rows);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    context().close();
    database().close();
    TestPostgres.drop(url());
  }

  public DatabaseUrl url() {
    return Objects.requireNonNull(url);
  }

  public Database database() {
    return Objects.requireNonNull(database);
  }

  public PersistenceContext context() {
    return Objects.requireNonNull(context);
  }

  public Transactions transactions() {
    return new JpaTransactions(context());
  }

  /** Runs one statement beside the adapters. */
  public void execute(String sql) {
    TestPostgres.execute(url(), sql);
  }
}
