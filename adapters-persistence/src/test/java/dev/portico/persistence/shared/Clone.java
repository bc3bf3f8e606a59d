package dev.portico.persistence.shared;

import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A copy of the template, for one test. */
final class Clone implements TestDatabase {

  private final DatabaseUrl url;
  private final CloneConnections connections;
  private final Consumer<Clone> dropLater;
  private volatile boolean kept;
  private volatile boolean closed;

  Clone(DatabaseUrl url, Consumer<Clone> dropLater) {
    this.url = url;
    this.connections = new CloneConnections(url, TestPostgres.traits().version());
    this.dropLater = dropLater;
  }

  DatabaseUrl url() {
    return url;
  }

  void warmUp() {
    connections.warmUp();
  }

  @Override
  public DataSource connections() {
    return connections;
  }

  @Override
  public String jdbcUrl() {
    return url.jdbcUrl();
  }

  @Override
  public void keep() {
    if (!kept) {
      kept = true;
      System.out.printf("Kept for a look, %s: %s%n", TestPostgres.keep(url), jdbcUrl());
    }
  }

  @Override
  public Optional<String> advice() {
    return Optional.empty();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      connections.end();
      if (!kept) {
        dropLater.accept(this);
      }
    }
  }

  void drop() {
    TestPostgres.drop(url);
  }
}
