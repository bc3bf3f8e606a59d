package dev.portico.persistence.shared;

/**
 * How much of the database this node uses.
 *
 * @param connections how many connections it holds, 1 to {@value #MOST_CONNECTIONS}; a statement
 *     that finds all of them in use waits at most {@value TimeLimits#POOL_WAIT_MS} ms
 */
public record PoolSettings(int connections) {

  public static final int MOST_CONNECTIONS = 200;

  /** Ten connections, which keep a PostgreSQL of four cores busy. */
  public static final PoolSettings DEFAULT = new PoolSettings(10);

  public PoolSettings {
    if (connections < 1 || connections > MOST_CONNECTIONS) {
      throw new IllegalArgumentException(
          "connections out of 1.." + MOST_CONNECTIONS + ": " + connections);
    }
  }
}
