package dev.portico.persistence.users;

import dev.portico.application.users.port.Users.Arrival;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Adds many rows in the transaction of one connection: one statement for all of them, and one that
 * asks who stands in the way of the rest.
 *
 * <p>Columns are sent as arrays, which is some ten times as fast as a row at a time.
 */
final class UserBatch {

  /** How often a holder may vanish between being run into and being looked at. */
  private static final int ATTEMPTS = 5;

  private static final String INSERT_THE_FREE =
      """
      insert into users (id, username, username_key, email, email_key, email_verified, full_name,
        active, roles, created_at, password_hash)
      select id, username, username_key, email, email_key, email_verified, full_name,
        active, string_to_array(roles, ' '), created_at::timestamptz, password_hash
      from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::text[],
        ?::boolean[], ?::text[], ?::text[], ?::text[]) as new (id, username, username_key, email,
        email_key, email_verified, full_name, active, roles, created_at, password_hash)
      on conflict do nothing
      returning id
      """;

  private static final String SELECT_HOLDERS =
      """
      select id, username_key, email_key from users where username_key = any(?)
      union
      select id, username_key, email_key from users where email_key = any(?)
      union
      select id, username_key, email_key from users where id = any(?)
      """;

  private final Connection connection;

  UserBatch(Connection connection) {
    this.connection = connection;
  }

  /** Adds those that are free, and says of each row, in order, what came of it. */
  List<Arrival> add(List<UserRow> rows) throws SQLException {
    var arrivals = new HashMap<UserRow, Arrival>();
    var left = List.copyOf(rows);
    int fruitless = 0;
    while (!left.isEmpty()) {
      addRound(untilAnIdComesAgain(left), arrivals);
      var next = left.stream().filter(row -> !arrivals.containsKey(row)).toList();
      fruitless = next.size() < left.size() ? 0 : fruitless + 1;
      if (fruitless == ATTEMPTS) {
        throw new IllegalStateException("neither name, address nor id is held, and no row fits in");
      }
      left = next;
    }
    return rows.stream().map(row -> Optional.ofNullable(arrivals.get(row)).orElseThrow()).toList();
  }

  /** The ids tell which were added, so there is one of each in a round. */
  private static List<UserRow> untilAnIdComesAgain(List<UserRow> rows) {
    var seen = new HashSet<UUID>();
    return rows.stream().takeWhile(row -> seen.add(row.id)).toList();
  }

  private void addRound(List<UserRow> rows, Map<UserRow, Arrival> arrivals) throws SQLException {
    var added = insert(rows);
    var refused = new ArrayList<UserRow>();
    for (var row : rows) {
      if (added.contains(row.id)) {
        arrivals.put(row, Arrival.ADDED);
      } else {
        refused.add(row);
      }
    }
    if (!refused.isEmpty()) {
      var holders = holdersOf(refused);
      refused.forEach(row -> holders.inTheWayOf(row).ifPresent(why -> arrivals.put(row, why)));
    }
  }

  private Set<UUID> insert(List<UserRow> rows) throws SQLException {
    var added = new HashSet<UUID>();
    try (var statement = connection.prepareStatement(INSERT_THE_FREE)) {
      statement.setArray(1, column("uuid", rows, row -> row.id));
      statement.setArray(2, column("text", rows, row -> row.username));
      statement.setArray(3, column("text", rows, row -> row.usernameKey));
      statement.setArray(4, column("text", rows, row -> row.email));
      statement.setArray(5, column("text", rows, row -> row.emailKey));
      statement.setArray(6, column("boolean", rows, row -> row.emailVerified));
      statement.setArray(7, column("text", rows, row -> row.fullName));
      statement.setArray(8, column("boolean", rows, row -> row.active));
      statement.setArray(9, column("text", rows, row -> String.join(" ", row.roles)));
      statement.setArray(10, column("text", rows, row -> row.createdAt.toString()));
      statement.setArray(11, column("text", rows, row -> row.passwordHash));
      try (var ids = statement.executeQuery()) {
        while (ids.next()) {
          added.add(ids.getObject(1, UUID.class));
        }
      }
    }
    return added;
  }

  private Holders holdersOf(List<UserRow> rows) throws SQLException {
    try (var statement = connection.prepareStatement(SELECT_HOLDERS)) {
      statement.setArray(1, column("text", rows, row -> row.usernameKey));
      statement.setArray(2, column("text", rows, row -> row.emailKey));
      statement.setArray(3, column("uuid", rows, row -> row.id));
      try (var holders = statement.executeQuery()) {
        return Holders.of(holders);
      }
    }
  }

  private java.sql.Array column(
      String type, List<UserRow> rows, Function<UserRow, @Nullable Object> value)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(value).toArray());
  }

  /** The rows that are there: the addresses by name, all addresses, all ids. */
  private record Holders(Map<String, String> emailByUsername, Set<String> emails, Set<UUID> ids) {

    static Holders of(ResultSet rows) throws SQLException {
      var holders = new Holders(new HashMap<>(), new HashSet<>(), new HashSet<>());
      while (rows.next()) {
        holders.ids.add(rows.getObject(1, UUID.class));
        holders.emailByUsername.put(rows.getString(2), rows.getString(3));
        holders.emails.add(rows.getString(3));
      }
      return holders;
    }

    Optional<Arrival> inTheWayOf(UserRow row) {
      var emailOfNamesake = emailByUsername.get(row.usernameKey);
      if (emailOfNamesake != null) {
        return Optional.of(
            emailOfNamesake.equals(row.emailKey) ? Arrival.ALREADY_THERE : Arrival.USERNAME_HELD);
      }
      if (emails.contains(row.emailKey)) {
        return Optional.of(Arrival.EMAIL_HELD);
      }
      return ids.contains(row.id) ? Optional.of(Arrival.ID_HELD) : Optional.empty();
    }
  }
}
