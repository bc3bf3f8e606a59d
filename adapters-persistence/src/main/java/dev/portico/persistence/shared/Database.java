package dev.portico.persistence.shared;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/**
 * An open database: its tables are those of this version, and a pool of connections to it waits.
 * Comes back by itself when the server was away.
 */
public final class Database implements AutoCloseable {

  private final HikariDataSource pool;

  private Database(HikariDataSource pool) {
    this.pool = pool;
  }

  /**
   * Connects, brings the tables up to date and fills the pool.
   *
   * <p>Any number of nodes may do so at once; one of them migrates and the others wait for it.
   *
   * @throws DatabaseUnusable within {@value TimeLimits#LOGIN_S} s if nobody answers or the user,
   *     the database or the server's version will not do
   */
  public static Database open(DatabaseUrl url, PoolSettings settings) {
    int serverVersion = ServerCheck.versionOf(url);
    Migrations.run(url);
    return new Database(new HikariDataSource(poolOf(url, settings, serverVersion)));
  }

  static HikariConfig poolOf(DatabaseUrl url, PoolSettings settings, int serverVersion) {
    var config = new HikariConfig();
    config.setPoolName("portico");
    config.setJdbcUrl(url.jdbcUrl());
    config.setDataSourceProperties(url.properties());
    config.addDataSourceProperty("socketTimeout", Integer.toString(TimeLimits.SOCKET_S));
    config.addDataSourceProperty("options", TimeLimits.asServerOptions(serverVersion));
    // Saves a round trip for each new connection: older servers have been refused already.
    config.addDataSourceProperty("assumeMinServerVersion", "14");
    config.setMaximumPoolSize(settings.connections());
    config.setConnectionTimeout(TimeLimits.POOL_WAIT_MS);
    config.setValidationTimeout(TimeLimits.VALIDATION_MS);
    // A lone statement is its own transaction, and one round trip.
    config.setAutoCommit(true);
    // The server has just answered; the pool may fill behind our back.
    config.setInitializationFailTimeout(-1);
    config.setExceptionOverride(new EvictStandbys());
    return config;
  }

  DataSource connections() {
    return pool;
  }

  /** Gives every connection back to the server. */
  @Override
  public void close() {
    pool.close();
  }
}
