package dev.portico.persistence.shared;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives each test a sandbox, as {@link FreshDatabase} gives it a clone. */
public final class FreshSandbox implements BeforeEachCallback, AfterEachCallback {

  private final List<RowTypes> rows;
  private @Nullable TestDatabase sandbox;
  private @Nullable PersistenceContext context;

  public FreshSandbox(RowTypes... rows) {
    this.rows = List.of(rows);
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    sandbox = Sandboxes.open();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    if (context != null) {
      context.close();
    }
    sandbox().close();
  }

  public TestDatabase sandbox() {
    return Objects.requireNonNull(sandbox);
  }

  public Database database() {
    return TestDatabases.over(new RoutedDataSource(() -> sandbox().connections()));
  }

  public synchronized PersistenceContext context() {
    var made = context == null ? PersistenceContext.over(database(), rows) : context;
    context = made;
    return made;
  }
}
