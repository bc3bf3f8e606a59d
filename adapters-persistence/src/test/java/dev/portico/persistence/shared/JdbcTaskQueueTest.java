package dev.portico.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.TaskQueueContract;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.shared.Task;
import dev.portico.domain.shared.TaskLane;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcTaskQueueTest extends TaskQueueContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @RegisterExtension final FreshDatabase fresh = new FreshDatabase();

  @Override
  protected TaskQueue queue() {
    return new JdbcTaskQueue(fresh.context());
  }

  @Override
  protected Transactions transactions() {
    return new JpaTransactions(fresh.context());
  }

  private Task added(int number) {
    var task = Task.fresh(new UUID(1, number), "k", "", NOON);
    queue().add(task);
    return task;
  }

  private UUID takenBySomebodyElse() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads
          .submit(() ->
              queue()
                  .takeDue(TaskLane.OTHER, NOON, MINUTE)
                  .map(lease -> lease.task().id())
                  .orElseThrow())
          .get();
    }
  }

  @Test
  void passesOverWhatAnOpenTransactionTook() {
    var first = added(1);
    var second = added(2);

    transactions()
        .inTransaction(() -> {
          assertThat(queue().takeDue(TaskLane.OTHER, NOON, MINUTE).orElseThrow().task().id())
              .isEqualTo(first.id());
          try {
            // Would time out if it waited.
            assertThat(takenBySomebodyElse()).isEqualTo(second.id());
          } catch (Exception failure) {
            throw new IllegalStateException(failure);
          }
          return true;
        });
  }

  @Test
  void showsNobodyWhatIsNotCommitted() throws Exception {
    var committed = added(2);

    transactions()
        .inTransaction(() -> {
          var _ = added(1);
          try {
            assertThat(takenBySomebodyElse()).isEqualTo(committed.id());
          } catch (Exception failure) {
            throw new IllegalStateException(failure);
          }
          return true;
        });
  }

  @Test
  void findsADueOneByTheIndex() throws SQLException {
    fresh.execute(
        """
        insert into tasks (id, kind, lane, payload, due_at, attempts, lease_number, parked)
        select ('0190000000007000a' || lpad(to_hex(n), 15, '0'))::uuid, 'k', case when n % 50 = 0 then 'OTHER' else 'MAIL' end, '',
          timestamptz '2024-01-15' + n * interval '1 s', 0, 0, n % 4 = 0
        from generate_series(1, 5000) as n
        """);
    fresh.execute("analyze tasks");

    try (var connection = TestPostgres.connect(fresh.url());
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                explain select id from tasks
                where lane = 'OTHER' and not parked and due_at <= timestamptz '2024-01-15 00:30:00'
                  and (leased_until is null or leased_until <= timestamptz '2024-01-15')
                order by due_at, id limit 1 for update skip locked
                """)) {
      var plan = new StringBuilder();
      while (rows.next()) {
        plan.append(rows.getString(1)).append('\n');
      }
      assertThat(plan)
          .contains("Index Scan using tasks_by_lane")
          .doesNotContain("Sort", "Filter: (lane");
    }
  }
}
