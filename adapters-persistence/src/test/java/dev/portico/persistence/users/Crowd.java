package dev.portico.persistence.users;

import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import dev.portico.persistence.shared.Database;
import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.PersistenceContext;
import dev.portico.persistence.shared.PoolSettings;
import dev.portico.persistence.shared.RowTypes;
import dev.portico.persistence.shared.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * A database of its own with many users, numbered from 1: one a second, one in a hundred inactive,
 * ten administrators.
 */
final class Crowd implements AutoCloseable {

  private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
  private static final long ID_HIGH = 0x0190000000007000L;
  private static final long ID_LOW = 0xa000000000000000L;
  private static final int INACTIVE_ONE_IN = 100;
  private static final int ADMINISTRATORS = 10;

  private static final String COPY =
      "copy users (id, username, username_key, email, email_key, full_name, active, roles,"
          + " created_at, password_hash) from stdin";

  private static final String INDEXES =
      """
      select indexdef from pg_indexes where tablename = 'users'
      and indexname not in (select conname from pg_constraint where conrelid = 'users'::regclass)
      """;

  private final int size;
  private final DatabaseUrl url;
  private final Database database;
  private final PersistenceContext context;

  private Crowd(int size, DatabaseUrl url, RowTypes rows) {
    this.size = size;
    this.url = url;
    database = Database.open(url, new PoolSettings(2));
    context = PersistenceContext.over(database, List.of(rows));
  }

  static Crowd of(int size, RowTypes rows) {
    var url = TestPostgres.database();
    try (var connection = TestPostgres.connect(url)) {
      fill(connection, size);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new Crowd(size, url, rows);
  }

  /**
   * Indexes are made once the rows are there, which is quicker, and as dense as after a REINDEX.
   */
  private static void fill(Connection connection, int size) throws SQLException, IOException {
    var indexes = new ArrayList<String>();
    try (var statement = connection.createStatement()) {
      statement.execute("set maintenance_work_mem = '256MB'");
      try (var rows = statement.executeQuery(INDEXES)) {
        while (rows.next()) {
          indexes.add(rows.getString(1));
        }
      }
      for (var index : indexes) {
        statement.execute("drop index " + index.replaceFirst(".* INDEX (\\w+) ON .*", "$1"));
      }
      connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new Lines(size));
      for (var index : indexes) {
        statement.execute(index);
      }
      statement.execute("vacuum analyze users");
    }
  }

  int size() {
    return size;
  }

  PersistenceContext context() {
    return context;
  }

  UserId id(int number) {
    return new UserId(uuid(number));
  }

  User.Position place(int number) {
    return new User.Position(BEGIN.plusSeconds(number), id(number));
  }

  static String name(int number) {
    return "user" + number;
  }

  static String address(int number) {
    return localPart(number) + "@example.com";
  }

  private static UUID uuid(int number) {
    return new UUID(ID_HIGH, ID_LOW | number);
  }

  /** Spread over the alphabet, as those of people are. */
  private static String localPart(int number) {
    long mixed = (number + 1L) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
    return HexFormat.of().toHexDigits(mixed ^ (mixed >>> 32));
  }

  private static String line(int number, int size) {
    var name = name(number);
    var address = address(number);
    return String.join(
            "\t",
            uuid(number).toString(),
            name,
            name,
            address,
            address,
            "Name " + number,
            number % INACTIVE_ONE_IN == 0 ? "f" : "t",
            number % (size / ADMINISTRATORS) == 0 ? "{ADMIN}" : "{}",
            BEGIN.plusSeconds(number).toString(),
            "-")
        + "\n";
  }

  /** The rows as COPY reads them, made as they are read. */
  private static final class Lines extends InputStream {

    private static final int BATCH = 1_000;

    private final int size;
    private int next = 1;
    private byte[] batch = new byte[0];
    private int position;

    Lines(int size) {
      this.size = size;
    }

    @Override
    public int read() {
      return fetch() ? batch[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (!fetch()) {
        return -1;
      }
      int count = Math.min(length, batch.length - position);
      System.arraycopy(batch, position, target, offset, count);
      position += count;
      return count;
    }

    private boolean fetch() {
      if (position == batch.length && next <= size) {
        var text = new StringBuilder();
        for (int end = Math.min(size, next + BATCH - 1); next <= end; next++) {
          text.append(line(next, size));
        }
        batch = text.toString().getBytes(StandardCharsets.US_ASCII);
        position = 0;
      }
      return position < batch.length;
    }
  }

  @Override
  public void close() {
    context.close();
    database.close();
    TestPostgres.drop(url);
  }
}
