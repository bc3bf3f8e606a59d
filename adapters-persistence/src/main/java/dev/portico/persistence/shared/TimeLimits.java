package dev.portico.persistence.shared;

/**
 * How long the database may take.
 *
 * <p>The limits are a ladder: each inner one fires before the one around it, so that the failure
 * that is seen is the one that says most, and the server has let go of the work before the client
 * gives the connection up. The library defaults are "for ever" for most of them.
 */
final class TimeLimits {

  /** A row or an index entry that another transaction holds. */
  static final int LOCK_MS = 2_000;

  /** One statement, waiting for locks included. */
  static final int STATEMENT_MS = 4_000;

  /** One transaction from begin to commit, and one that lies idle. */
  static final int TRANSACTION_MS = 10_000;

  /** Silence on the wire; longer than any statement may take, or a good commit would be cut off. */
  static final int SOCKET_S = 12;

  /** The TCP handshake with one host. */
  static final int CONNECT_S = 3;

  /** TCP, TLS and authentication together, over all hosts. */
  static final int LOGIN_S = 4;

  /** Telling the server to drop a statement. */
  static final int CANCEL_S = 3;

  /** A connection of the pool to become free. */
  static final int POOL_WAIT_MS = 2_500;

  /** The sign of life asked of a connection before it is lent. */
  static final int VALIDATION_MS = 1_000;

  private TimeLimits() {}

  /** The server's share of the ladder, as settings of a session. */
  static String asServerOptions(int serverVersion) {
    String options =
        "-c lock_timeout=%d -c statement_timeout=%d -c idle_in_transaction_session_timeout=%d"
            .formatted(LOCK_MS, STATEMENT_MS, TRANSACTION_MS);
    return serverVersion < 17 ? options : options + " -c transaction_timeout=" + TRANSACTION_MS;
  }
}
