package dev.portico.persistence.shared;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * Whether the migrations that were run are those of this version, each of them as it is now: then
 * Flyway would find nothing to do, and a start need not load it, which took more than a quarter of
 * its processor time. Where anything differs, it is Flyway that says what is to be done about it.
 */
final class MigrationHistory {

  private static final String TABLE = "select to_regclass('flyway_schema_history') is not null";

  private static final String QUERY =
      "select version, description, type, checksum, success from flyway_schema_history";

  private static final Pattern NAME = Pattern.compile("V(\\d+)__(.+)\\.sql");

  private MigrationHistory() {}

  /** What Flyway keeps of a migration that it has run. */
  private record Entry(
      String version, String description, String type, int checksum, boolean success) {

    static Entry of(String name, byte[] text) {
      var parts = NAME.matcher(name);
      if (!parts.matches()) {
        throw new IllegalStateException(name + " is no name of a migration");
      }
      var description = parts.group(2).replace('_', ' ');
      return new Entry(parts.group(1), description, "SQL", checksumOf(text), true);
    }
  }

  /** False as well where there is no history, or none that can be read. */
  static boolean isCurrent(Connection connection) throws SQLException {
    if (!exists(connection)) {
      return false;
    }
    try {
      return recorded(connection).equals(expected());
    } catch (SQLException unreadable) {
      return false;
    }
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(TABLE)) {
      rows.next();
      return rows.getBoolean(1);
    }
  }

  private static Set<Entry> recorded(Connection connection) throws SQLException {
    var found = new HashSet<Entry>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(QUERY)) {
      while (rows.next()) {
        var entry =
            new Entry(
                String.valueOf(rows.getString(1)),
                rows.getString(2),
                rows.getString(3),
                rows.getInt(4),
                rows.getBoolean(5));
        found.add(entry);
      }
    }
    return found;
  }

  private static Set<Entry> expected() {
    return MigrationFiles.all().entrySet().stream()
        .map(file -> Entry.of(file.getKey(), file.getValue()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** As Flyway computes it: over the lines, without what ends them. */
  private static int checksumOf(byte[] text) {
    var crc = new CRC32();
    var characters = new InputStreamReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8);
    try (var lines = new BufferedReader(characters)) {
      lines.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return (int) crc.getValue();
  }
}
