package dev.portico.persistence.shared;

import dev.portico.persistence.shared.DatabaseUrl.Host;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL 18 server that comes with the program and keeps its data in a folder, as durably as
 * any other: what was committed survives the death of the program, the server and the machine.
 *
 * <p>Listens on a free port of this machine only and asks for a password that it keeps in the
 * folder. Its log is {@code postgres.log} there. It dies with nobody: whoever starts it closes it,
 * and a server that outlived a killed program is stopped by the next start.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  static final String USER = "postgres";
  private static final String DATABASE = "portico";

  private final EmbeddedPostgres server;
  private final Postmaster postmaster;
  private final FolderLock lock;
  private final DatabaseUrl url;

  private EmbeddedDatabase(
      EmbeddedPostgres server, Postmaster postmaster, FolderLock lock, DatabaseUrl url) {
    this.server = server;
    this.postmaster = postmaster;
    this.lock = lock;
    this.url = url;
  }

  /**
   * Starts the server on the data of the folder, which is made where there is none yet.
   *
   * <p>Takes about a second, some more the first time, and up to a minute where a crash has to be
   * recovered from.
   *
   * @param dataFolder becomes readable by its owner only
   * @throws DatabaseUnusable if the folder cannot be used, is in use by another program, or holds
   *     data of another version of PostgreSQL, or if the server does not start
   */
  public static EmbeddedDatabase start(Path dataFolder) {
    return start(dataFolder, dataFolder.resolve("binaries").toAbsolutePath());
  }

  /** As {@link #start(Path)}, with the server's programs unpacked in a folder of choice. */
  static EmbeddedDatabase start(Path dataFolder, Path binaries) {
    try {
      var folder = DataFolder.open(dataFolder);
      var lock = FolderLock.acquire(folder.root());
      try {
        return start(folder, binaries, lock);
      } catch (Throwable failure) {
        lock.close();
        throw failure;
      }
    } catch (IOException unusable) {
      throw DataFolder.unusable(dataFolder, unusable);
    }
  }

  private static EmbeddedDatabase start(DataFolder folder, Path binaries, FolderLock lock)
      throws IOException {
    Postmaster.stopLeftOver(folder.cluster());
    folder.discardUnfinished();
    folder.requireOwnVersion();
    String password = folder.password();
    var server = new PostgresStart(folder, binaries, password).run();
    try {
      var postmaster = Postmaster.of(folder.cluster()).orElseThrow();
      var url = urlOf(server, password);
      createIfMissing(url);
      folder.markFinished();
      return new EmbeddedDatabase(server, postmaster, lock, url);
    } catch (Throwable failure) {
      server.close();
      throw failure;
    }
  }

  private static DatabaseUrl urlOf(EmbeddedPostgres server, String password) {
    return new DatabaseUrl(
        List.of(new Host("localhost", server.getPort())),
        DATABASE,
        Map.of("user", USER, "password", password));
  }

  private static void createIfMissing(DatabaseUrl url) {
    var maintenance = url.withDatabase("postgres");
    try (var connection = maintenance.connect()) {
      if (!exists(connection)) {
        try (var statement = connection.createStatement()) {
          statement.execute("create database " + DATABASE);
        }
      }
    } catch (SQLException failure) {
      throw ServerCheck.unusable(maintenance, failure);
    }
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (var query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
      query.setString(1, DATABASE);
      try (var rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Where the server listens until it is closed; another port at every start. */
  public DatabaseUrl url() {
    return url;
  }

  /** Stops the server, whoever is still connected, and waits until everything is on disk. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException unlikely) {
      throw new IllegalStateException(unlikely);
    } finally {
      // The library stops waiting after five seconds; a last checkpoint may take longer.
      postmaster.awaitEnd();
      lock.close();
    }
  }
}
