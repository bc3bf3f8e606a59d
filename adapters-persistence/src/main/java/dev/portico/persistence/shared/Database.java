package dev.portico.persistence.shared;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * An open database: its tables are those of this version, and a pool of connections to it waits.
 * Comes back by itself when the server was away.
 */
public final class Database implements AutoCloseable {

  private final DataSource connections;
  private final Dial dial;
  private final Runnable renewal;
  private final Runnable end;

  /** Makes a connection that no pool knows. */
  private interface Dial {
    Connection connect() throws SQLException;
  }

  private Database(DataSource connections, Dial dial, Runnable renewal, Runnable end) {
    this.connections = connections;
    this.dial = dial;
    this.renewal = renewal;
    this.end = end;
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
    return pooled(url, settings, withTables(url).version());
  }

  /**
   * The same where one user brings the tables up to date and another works with them, who has no
   * right to make or drop any.
   *
   * @param owner the same database, as the user who makes the tables; closed again before the pool
   *     is filled
   * @throws DatabaseUnusable as {@link #open(DatabaseUrl, PoolSettings)}; or if the user who works
   *     with the tables may do too little with them, or too much
   */
  public static Database open(DatabaseUrl url, DatabaseUrl owner, PoolSettings settings) {
    var _ = withTables(owner);
    return pooled(url, settings, RunTimeUser.check(url));
  }

  private static ServerCheck.Found withTables(DatabaseUrl url) {
    var found = ServerCheck.look(url);
    if (!found.tablesAreCurrent()) {
      Migrations.run(url);
    }
    return found;
  }

  /** A pool on a database whose server and tables are known to be right. */
  static Database pooled(DatabaseUrl url, PoolSettings settings, int serverVersion) {
    var pool = new HikariDataSource(poolOf(url, settings, serverVersion));
    return new Database(
        pool,
        () -> connectTo(url),
        () -> pool.getHikariPoolMXBean().softEvictConnections(),
        pool::close);
  }

  /** A database behind any connections, which stay open when it is closed: for tests. */
  static Database over(DataSource connections) {
    return new Database(connections, connections::getConnection, () -> {}, () -> {});
  }

  private static Connection connectTo(DatabaseUrl url) throws SQLException {
    var properties = url.properties();
    properties.put("socketTimeout", Integer.toString(TimeLimits.SOCKET_S));
    return DriverManager.getConnection(url.jdbcUrl(), properties);
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
    return connections;
  }

  /**
   * A connection beside the pool, for what has to keep one for ever; no statement on it is limited
   * but by silence on the wire. The caller closes it.
   */
  public Connection connectAlone() throws SQLException {
    return dial.connect();
  }

  /**
   * Puts aside the connections that there are: one of them turned out to be cut, and what cut it
   * has cut others as a rule. Those at work are put aside once they are given back.
   */
  void renewConnections() {
    renewal.run();
  }

  /** Gives every connection back to the server. */
  @Override
  public void close() {
    end.run();
  }
}
