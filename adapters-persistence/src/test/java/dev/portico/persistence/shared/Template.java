package dev.portico.persistence.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/*
 * A server may outlive this JVM and serve several at once. Whoever looks for a template holds the
 * lock BUILDERS meanwhile; whoever uses one holds a shared lock on its name for as long as it
 * lives, by which others know that it may not be dropped. Both are locks of the session, so that a
 * JVM that was killed holds none.
 */

/** The database with the tables of this version that tests get copies of. */
final class Template {

  private static final String PREFIX = "portico_template_";
  private static final long BUILDERS = 0x7465_6d70_6c61_7465L;

  private final Connection user;
  private final DatabaseUrl server;

  /**
   * {@code user} is a connection to the server's own database; while it is open, nobody drops the
   * templates it asked for.
   */
  Template(Connection user, DatabaseUrl server) {
    this.user = user;
    this.server = server;
  }

  /** Differs wherever a copy would: for other migrations, and on another server. */
  static String nameFor(SortedMap<String, byte[]> migrations, String serverVersion) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      migrations.forEach((name, text) -> {
        add(digest, name.getBytes(StandardCharsets.UTF_8));
        add(digest, text);
      });
      add(digest, serverVersion.getBytes(StandardCharsets.UTF_8));
      return PREFIX + HexFormat.of().formatHex(digest.digest(), 0, Long.BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void add(MessageDigest digest, byte[] part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
    digest.update(part);
  }

  /** Makes the template where it is missing or half made, and drops those nobody needs any more. */
  void require(String name, Consumer<DatabaseUrl> migrate) throws SQLException {
    ask("select pg_advisory_lock(%d)".formatted(BUILDERS));
    try {
      ask("select pg_advisory_lock_shared(%d)".formatted(lockOf(name)));
      if (!isFinished(name)) {
        make(name, migrate);
      }
      dropUnused(name);
    } finally {
      ask("select pg_advisory_unlock(%d)".formatted(BUILDERS));
    }
  }

  boolean isFinished(String name) throws SQLException {
    return ask("select 1 from pg_database where datistemplate and datname = '%s'".formatted(name))
        .contains("1");
  }

  private void make(String name, Consumer<DatabaseUrl> migrate) throws SQLException {
    ask("drop database if exists %s with (force)".formatted(name));
    ask("create database %s template template0 encoding 'UTF8'".formatted(name));
    migrate.accept(server.withDatabase(name));
    // The mark of success; and a session on a template would keep everyone from copying it.
    ask("alter database %s with is_template true allow_connections false".formatted(name));
  }

  private void dropUnused(String needed) throws SQLException {
    var others =
        ask(
            "select datname from pg_database where datname ~ '^%s[0-9a-f]{16}$' and datname <> '%s'"
                .formatted(PREFIX, needed));
    for (var other : others) {
      if (ask("select pg_try_advisory_lock(%d)".formatted(lockOf(other))).contains("t")) {
        drop(other);
        ask("select pg_advisory_unlock(%d)".formatted(lockOf(other)));
      }
    }
  }

  void drop(String name) throws SQLException {
    ask("alter database %s with is_template false".formatted(name));
    ask("drop database %s with (force)".formatted(name));
  }

  private static long lockOf(String name) {
    return Long.parseUnsignedLong(name.substring(PREFIX.length()), 16);
  }

  private List<String> ask(String sql) throws SQLException {
    var answers = new ArrayList<String>();
    try (var statement = user.createStatement()) {
      if (statement.execute(sql)) {
        try (var rows = statement.getResultSet()) {
          while (rows.next()) {
            answers.add(rows.getString(1));
          }
        }
      }
    }
    return answers;
  }
}
