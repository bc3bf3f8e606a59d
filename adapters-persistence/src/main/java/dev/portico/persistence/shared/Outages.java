package dev.portico.persistence.shared;

import dev.portico.application.shared.OwnerGone;
import dev.portico.application.shared.Unavailable;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells failures that a little patience mends from mistakes.
 *
 * <p>The codes are those of the PostgreSQL manual, appendix A. Drivers, pool and Hibernate wrap the
 * first failure in their own; it is looked for down the chain of causes.
 */
final class Outages {

  /** The connection is gone or was never made. */
  private static final Set<String> BROKEN = Set.of("57P01", "57P02", "57P03", "25P03", "25P04");

  private static final Set<String> PASSING =
      Set.of(
          "57014", // statement_timeout
          "55P03", // lock_timeout
          "25006", // the node has become a standby
          "40001", // serialization failure
          "40P01"); // deadlock

  /** Every foreign key there is leads to a user. */
  private static final String FOREIGN_KEY = "23503";

  private Outages() {}

  /**
   * The failure itself, or {@link Unavailable} in its place where it is an outage, {@link
   * OwnerGone} where it is a row of nobody.
   */
  static RuntimeException translated(RuntimeException failure) {
    if (firstSql(failure).map(Outages::stateOf).filter(FOREIGN_KEY::equals).isPresent()) {
      return new OwnerGone("there is no such user any more", failure);
    }
    return !(failure instanceof Unavailable) && isOutage(failure)
        ? new Unavailable("the database does not answer or has no room left", failure)
        : failure;
  }

  private static boolean isOutage(Throwable failure) {
    return isBrokenConnection(failure)
        || firstSql(failure)
            .filter(cause ->
                cause instanceof SQLTransientConnectionException
                    || PASSING.contains(stateOf(cause))
                    || stateOf(cause).startsWith("53"))
            .isPresent();
  }

  /** Whether the connection broke, so that the same statement may succeed on another. */
  static boolean isBrokenConnection(Throwable failure) {
    return firstSql(failure)
        .filter(cause -> !(cause instanceof SQLTransientConnectionException))
        .map(Outages::stateOf)
        .filter(state -> state.startsWith("08") || BROKEN.contains(state))
        .isPresent();
  }

  /**
   * Whether the connection broke at once, and not by silence: who waited in vain for as long as the
   * wire may be silent does not begin anew.
   */
  static boolean isCutConnection(Throwable failure) {
    return isBrokenConnection(failure)
        && Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
            .noneMatch(SocketTimeoutException.class::isInstance);
  }

  private static Optional<SQLException> firstSql(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException found) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static String stateOf(SQLException failure) {
    return Optional.ofNullable(failure.getSQLState()).orElse("");
  }
}
