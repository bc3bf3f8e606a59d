package dev.portico.persistence.users;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.users.port.Users;
import dev.portico.application.users.port.Users.Addition;
import dev.portico.application.users.port.Users.Removal;
import dev.portico.application.users.port.UsersContract;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.Role;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserFilter;
import dev.portico.domain.users.UserId;
import dev.portico.domain.users.UserSearch;
import dev.portico.persistence.shared.FreshDatabase;
import dev.portico.persistence.shared.RowTypes;
import dev.portico.persistence.shared.TestPostgres;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaUsersTest extends UsersContract {

  private static final PasswordHash HASH = new PasswordHash("hash");
  private static final User.Position DEEP =
      new User.Position(
          Instant.parse("2024-01-01T00:10:00Z"),
          UserId.parse("01900000-0000-7000-a000-000000000001").orThrow());

  @RegisterExtension final FreshDatabase fresh = new FreshDatabase(RowTypes.of(UserRow.class));

  @Override
  protected Users users() {
    return new JpaUsers(fresh.context());
  }

  @Test
  void addsOneOfAHundredCaseVariantsAtOnce() throws Exception {
    var results = new ArrayList<Addition>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Addition>>();
      for (int i = 0; i < 100; i++) {
        var racer = aUser().withEmail(spelling("racer@example.com", i)).build();
        running.add(threads.submit(() -> users().addIfFree(racer, HASH)));
      }
      for (var result : running) {
        results.add(result.get());
      }
    }

    assertThat(results).filteredOn(Addition.ADDED::equals).hasSize(1);
    assertThat(results).filteredOn(Addition.EMAIL_HELD::equals).hasSize(99);
  }

  /** The number's bits choose which of the first letters are capitals. */
  private static String spelling(String address, int number) {
    var spelling = new StringBuilder(address);
    for (int i = 0; i < 5; i++) {
      if ((number >> i & 1) == 1) {
        spelling.setCharAt(i, Character.toUpperCase(address.charAt(i)));
      }
    }
    return spelling.toString();
  }

  @Test
  void leadsToADeepPageByTheIndex() throws SQLException {
    fresh.execute(
        """
        insert into users (id, username, username_key, email, email_key, active, created_at,
          password_hash)
        select ('0190000000007000a' || lpad(to_hex(n), 15, '0'))::uuid, 'u' || n, 'u' || n,
          'e' || n, 'e' || n, n % 10 > 0, timestamptz '2024-01-01' + n * interval '1 s', ''
        from generate_series(1, 5000) as n
        """);
    fresh.execute("analyze users");

    var page = users().listActive(new PageRequest<>(20, Optional.of(DEEP)));

    assertThat(page.items()).hasSize(20);
    assertThat(planOf(lastStatementOnUsers()))
        .contains("Index Scan using users_active_newest_first")
        .contains("Index Cond: (ROW(created_at, id) < ROW(")
        .doesNotContain("Sort");
  }

  private void fill(int rows) {
    fresh.execute(
        """
        insert into users (id, username, username_key, email, email_key, full_name, active, roles,
          created_at, password_hash)
        select ('0190000000007000a' || lpad(to_hex(n), 15, '0'))::uuid, 'u' || n, 'u' || n,
          'e' || n || '@example.com', 'e' || n || '@example.com', 'Name ' || n, n %% 10 > 0,
          case when n %% 5000 = 0 then array['ADMIN'] else array[]::text[] end,
          timestamptz '2024-01-01' + n * interval '1 s', ''
        from generate_series(1, %d) as n
        """
            .formatted(rows));
    fresh.execute("analyze users");
  }

  private static UserFilter filter(String search) {
    return new UserFilter(
        Optional.of(UserSearch.parse(search).orThrow()), Optional.empty(), Optional.empty());
  }

  @Test
  void findsUsersByTheIndexes() throws SQLException {
    fill(20_000);

    var page = users().list(filter("name 1234"), new PageRequest<>(20, Optional.empty()));

    assertThat(page.items()).hasSize(11);
    assertThat(searchPlan("name 1234"))
        .contains("users_by_name_prefix")
        .contains("users_by_email_prefix")
        .contains("users_by_full_name_prefix")
        .doesNotContain("Seq Scan");
    var admins = users().list(UserFilter.of(Role.ADMIN), new PageRequest<>(20, Optional.empty()));
    assertThat(admins.items()).hasSize(4);
    assertThat(query("explain " + lastStatementOnUsers().replace("$1", "21")))
        .contains("users_admins_newest_first");
  }

  private String searchPlan(String search) throws SQLException {
    var sql = lastStatementOnUsers();
    var text = "'" + search + "'";
    for (int i = 1; sql.contains("$" + i); i++) {
      var value =
          switch (i) {
            case 1, 2, 4, 5, 7, 8 -> text;
            case 10 -> "21";
            default -> "U&'\\+10FFFF'";
          };
      sql =
          sql.replaceFirst("\\$" + i + "(?!\\d)", java.util.regex.Matcher.quoteReplacement(value));
    }
    return query("explain " + sql);
  }

  /** What the adapter really sent. */
  private String lastStatementOnUsers() throws SQLException {
    return query(
        """
        select query from pg_stat_activity
        where datname = current_database() and query like '%users%' and pid <> pg_backend_pid()
        order by query_start desc limit 1
        """);
  }

  private String planOf(String statement) throws SQLException {
    return query(
        "explain "
            + statement
                .replace("$1", "timestamptz '" + DEEP.createdAt() + "'")
                .replace("$2", "'" + DEEP.id() + "'::uuid")
                .replace("$3", "21"));
  }

  private String query(String sql) throws SQLException {
    var lines = new ArrayList<String>();
    try (var connection = TestPostgres.connect(fresh.url());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return String.join("\n", lines);
  }

  @Test
  void removesAllThatIsTheUsersAndKeepsWhatWasPaid() throws SQLException {
    var user = aUser().build();
    assertThat(users().addIfFree(user, HASH)).isEqualTo(Addition.ADDED);
    fresh.execute(
        """
        insert into items (id, owner, title, created_at)
          select gen_random_uuid(), id, 'x', created_at from users;
        insert into events (id, owner, name, created_at)
          select gen_random_uuid(), id, 'x', created_at from users;
        insert into one_time_codes
          (user_id, purpose, digest, sent_to, ends_at, issued_at, last_issued_at)
          select id, 'RESET_PASSWORD', 'x', email, created_at, array[created_at], created_at
          from users;
        insert into payments (id, payer, amount, currency, created_at, status)
          select gen_random_uuid(), id, 1, 'EUR', created_at, 'pending' from users
        """);

    assertThat(users().remove(user.id())).isEqualTo(Removal.REMOVED);

    for (var table : List.of("items", "events", "one_time_codes")) {
      assertThat(query("select count(*) from " + table)).as(table).isEqualTo("0");
    }
    assertThat(query("select count(*) from payments")).isEqualTo("1");
  }

  @Test
  void keepsNamesUniqueWhoeverWritesThem() {
    assertThat(users().addIfFree(aUser().named("alice").build(), HASH)).isEqualTo(Addition.ADDED);

    assertThatThrownBy(() ->
            fresh.execute(
                """
                insert into users select gen_random_uuid(), username, username_key, 'x', 'x',
                  full_name, active, created_at, password_hash from users
                """))
        .hasMessageContaining("users_username_unique");
  }
}
