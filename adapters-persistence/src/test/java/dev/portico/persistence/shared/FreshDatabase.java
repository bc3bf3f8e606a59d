package dev.portico.persistence.shared;

import dev.portico.application.shared.port.Transactions;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives each test an open database of its own, as a field with {@code @RegisterExtension}: a clone
 * behind the service's own pool. It stays where the test failed.
 */
public final class FreshDatabase implements BeforeEachCallback, AfterEachCallback {

  private static final PoolSettings POOL = new PoolSettings(8);

  private final List<RowTypes> rows;
  private @Nullable Clone clone;
  private @Nullable Database database;
  private @Nullable PersistenceContext context;

  public FreshDatabase(RowTypes... rows) {
    this.rows = List.of(rows);
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    clone = Clones.openClone();
    database = Database.pooled(clone.url(), POOL, TestPostgres.traits().version());
  }

  @Override
  public void afterEach(ExtensionContext test) {
    if (context != null) {
      context.close();
    }
    database().close();
    var used = Objects.requireNonNull(clone);
    if (test.getExecutionException().isPresent()) {
      used.keep();
    }
    used.close();
  }

  public DatabaseUrl url() {
    return Objects.requireNonNull(clone).url();
  }

  public Database database() {
    return Objects.requireNonNull(database);
  }

  /** Made when first asked for, since it takes a while and not every test needs it. */
  public synchronized PersistenceContext context() {
    var made = context == null ? PersistenceContext.over(database(), rows) : context;
    context = made;
    return made;
  }

  public Transactions transactions() {
    return new JpaTransactions(context());
  }

  /** Runs one statement beside the adapters. */
  public void execute(String sql) {
    TestPostgres.execute(url(), sql);
  }
}
