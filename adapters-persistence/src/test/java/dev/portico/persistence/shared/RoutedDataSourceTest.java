package dev.portico.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.shared.Unavailable;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;

/** One Hibernate over the databases of many tests. */
class RoutedDataSourceTest {

  private final AtomicReference<DataSource> current = new AtomicReference<>();

  private PersistenceContext context() {
    return PersistenceContext.over(
        TestDatabases.over(new RoutedDataSource(current::get)), List.of());
  }

  private static int count(StatelessSession session) {
    return session
        .createNativeQuery("select cast(count(*) as integer) from counters", Integer.class)
        .getSingleResult();
  }

  private static int insert(StatelessSession session) {
    return session
        .createNativeMutationQuery("insert into counters (name, value) values ('routed', 1)")
        .executeUpdate();
  }

  @Test
  void leadsOneHibernateToEveryTestsDatabase() {
    try (var context = context();
        var sandbox = Sandboxes.open();
        var clone = Clones.open()) {
      current.set(sandbox.connections());
      assertThat(context.write(RoutedDataSourceTest::insert)).isOne();
      assertThat(context.read(RoutedDataSourceTest::count)).isOne();

      current.set(clone.connections());
      assertThat(context.read(RoutedDataSourceTest::count)).isZero();
    }
  }

  @Test
  void letsRefusalsThroughHibernate() {
    try (var context = context();
        var sandbox = Sandboxes.open()) {
      current.set(sandbox.connections());

      assertThatThrownBy(() ->
              context.write(session -> {
                insert(session);
                return readBeside(context);
              }))
          .hasRootCauseInstanceOf(NeedsClone.class)
          .hasStackTraceContaining("@Isolation(CLONE)");
      assertThat(context.read(RoutedDataSourceTest::count)).isZero();
    }
  }

  /** Beside the transaction, as code does that asks the pool by itself. */
  private static int readBeside(PersistenceContext context) {
    try (var other = context.sessions().openStatelessSession()) {
      return count(other);
    }
  }

  @Test
  void letsExplainedLocksThroughHibernate() throws SQLException {
    try (var context = context();
        var holder = Sandboxes.open();
        var sandbox = Sandboxes.open()) {
      current.set(holder.connections());
      assertThat(context.write(RoutedDataSourceTest::insert)).isOne();
      current.set(sandbox.connections());
      Sql.execute(sandbox.connections(), "set lock_timeout = 100");

      assertThatThrownBy(() -> context.write(RoutedDataSourceTest::insert))
          .isInstanceOf(Unavailable.class)
          .hasStackTraceContaining("@Isolation(CLONE)");
      assertThat(sandbox.advice()).isPresent();
    }
  }
}
