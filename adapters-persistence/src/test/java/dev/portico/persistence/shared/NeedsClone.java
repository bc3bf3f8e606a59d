package dev.portico.persistence.shared;

import java.sql.SQLException;

/**
 * A test asked its sandbox for what one connection cannot show.
 *
 * <p>A {@link SQLException}, so that it takes the way of any other through Hibernate and adapters;
 * its state is that of the failure it explains, so that they decide as they would without it.
 */
public final class NeedsClone extends SQLException {

  private static final long serialVersionUID = 1L;
  private static final String NOT_SUPPORTED = "0A000";

  private NeedsClone(String message, String state) {
    super(message, state);
  }

  static NeedsClone because(String reason) {
    return new NeedsClone(message(reason), NOT_SUPPORTED);
  }

  static NeedsClone because(String reason, SQLException failure) {
    var explained = new NeedsClone(message(reason), failure.getSQLState());
    explained.initCause(failure);
    return explained;
  }

  private static String message(String reason) {
    return "This test needs a database of its own, @Isolation(CLONE), instead of a sandbox: "
        + reason
        + ".";
  }
}
