package dev.portico.persistence.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.events.port.Events;
import dev.portico.application.events.port.EventsContract;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.events.Event;
import dev.portico.domain.events.EventFilter;
import dev.portico.domain.events.EventId;
import dev.portico.domain.events.EventName;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserBuilder;
import dev.portico.persistence.shared.FreshDatabase;
import dev.portico.persistence.shared.RowTypes;
import dev.portico.persistence.shared.TestPostgres;
import dev.portico.persistence.users.UserRows;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaEventsTest extends EventsContract {

  @RegisterExtension final FreshDatabase fresh = new FreshDatabase(RowTypes.of(EventRow.class));

  @Override
  protected Events events() {
    return new JpaEvents(fresh.context());
  }

  @Override
  protected Transactions transactions() {
    return fresh.transactions();
  }

  @Override
  protected void add(User user) {
    UserRows.add(fresh, user);
  }

  @Test
  void goWithTheirOwner() {
    var owner = UserBuilder.aUser().build();
    add(owner);
    events()
        .add(
            new Event(
                new EventId(new UUID(1, 1)),
                owner.id(),
                new EventName("e"),
                Optional.empty(),
                owner.createdAt()));

    fresh.execute("delete from users where id = '%s'".formatted(owner.id()));

    assertThat(
            events()
                .list(
                    Optional.of(owner.id()),
                    EventFilter.ALL,
                    new PageRequest<>(1, Optional.empty()))
                .items())
        .isEmpty();
  }

  @Test
  void findEverybodysByTheIndexes() throws SQLException {
    var name = new EventFilter(Optional.of(new EventName("a")), Optional.empty(), Optional.empty());
    var deep =
        new Event.Position(Instant.parse("2024-01-15T12:00:00Z"), new EventId(new UUID(1, 1)));

    assertThat(plan(EventFilter.ALL, deep)).contains("events_of_all_newest_first");
    assertThat(plan(name, deep)).contains("events_of_all_of_a_name_newest_first");
  }

  /** How the server finds a page deep in the list of all. */
  private String plan(EventFilter filter, Event.Position deep) throws SQLException {
    assertThat(
            events()
                .list(Optional.empty(), filter, new PageRequest<>(20, Optional.of(deep)))
                .items())
        .isEmpty();
    var lines = new ArrayList<String>();
    try (var connection = TestPostgres.connect(fresh.url());
        var statement = connection.createStatement()) {
      statement.execute("set enable_seqscan = off; set enable_sort = off");
      try (var rows =
          statement.executeQuery("explain " + literally(lastStatement(statement), filter, deep))) {
        while (rows.next()) {
          lines.add(rows.getString(1));
        }
      }
    }
    return String.join("\n", lines);
  }

  /** The statement with its values in the order in which the adapter gives them. */
  private static String literally(String sql, EventFilter filter, Event.Position deep) {
    var values = new ArrayList<String>();
    filter.name().ifPresent(name -> values.add("'" + name.text() + "'"));
    values.add("timestamptz '" + deep.createdAt() + "'");
    values.add("'" + deep.id() + "'::uuid");
    values.add("21");
    for (int i = 0; i < values.size(); i++) {
      sql = sql.replace("$" + (i + 1), values.get(i));
    }
    return sql;
  }

  private static String lastStatement(Statement statement) throws SQLException {
    try (var rows =
        statement.executeQuery(
            """
            select query from pg_stat_activity
            where datname = current_database() and query like '%events%'
              and pid <> pg_backend_pid()
            order by query_start desc limit 1
            """)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
