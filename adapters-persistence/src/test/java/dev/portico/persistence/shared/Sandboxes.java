package dev.portico.persistence.shared;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Databases for one test each that take less than a millisecond: transactions that are never
 * committed, on one database that all of them share.
 *
 * <p>The application flushes, commits and closes as ever; its other threads see what it committed,
 * and the next sandbox sees nothing of it. What one connection cannot do is refused with {@link
 * NeedsClone}, never faked.
 */
public final class Sandboxes {

  /**
   * Where two tests write one unique value, the second waits until the first is over. Longer than
   * tests last, and short enough that there is time to tell why before they are called off.
   */
  private static final int LOCK_MS = 20_000;

  private static final Deque<Wire> IDLE = new ConcurrentLinkedDeque<>();

  private Sandboxes() {}

  private static final class Base {
    static final DatabaseUrl URL = TestPostgres.database();
  }

  /** The database that all of them share. */
  static DatabaseUrl base() {
    return Base.URL;
  }

  public static TestDatabase open() {
    try {
      return new Sandbox(Base.URL.jdbcUrl(), begun(), IDLE::addFirst);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static Wire begun() throws SQLException {
    for (Wire idle = IDLE.pollFirst(); idle != null; idle = IDLE.pollFirst()) {
      try {
        idle.begin();
        return idle;
      } catch (SQLException broken) {
        idle.cut();
      }
    }
    var made = connect();
    made.begin();
    return made;
  }

  private static Wire connect() throws SQLException {
    var properties = Base.URL.properties();
    properties.put("options", options());
    // Plain statements may be several at once; and no plan outlives a table that is rolled back.
    properties.put("preferQueryMode", "extendedForPrepared");
    properties.put("prepareThreshold", "0");
    return new Wire(DriverManager.getConnection(Base.URL.jdbcUrl(), properties));
  }

  /** A statement has the time it has in production, after the longest wait for another test. */
  private static String options() {
    String options =
        "-c lock_timeout=%d -c statement_timeout=%d -c idle_in_transaction_session_timeout=0"
            .formatted(LOCK_MS, LOCK_MS + TimeLimits.STATEMENT_MS);
    return TestPostgres.traits().version() < 17 ? options : options + " -c transaction_timeout=0";
  }
}
