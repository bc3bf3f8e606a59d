package dev.portico.persistence.shared;

import dev.portico.application.shared.Answer;
import dev.portico.application.shared.IdempotencyKey;
import dev.portico.application.shared.port.IdempotencyKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Keys as rows that their transaction inserts and others run into.
 *
 * <p>PostgreSQL holds whoever inserts a key back until the transaction that inserted it first has
 * ended, which is the waiting that the port promises, and makes a crash forget the claim. Plain
 * JDBC, since the savepoint in {@link #claim} is nothing JPA has a word for.
 */
final class JdbcIdempotencyKeys implements IdempotencyKeys {

  /** How often a key may slip away between being found held and being read, before we give up. */
  private static final int ATTEMPTS = 5;

  private final PersistenceContext context;

  JdbcIdempotencyKeys(PersistenceContext context) {
    this.context = context;
  }

  @Override
  public Claim claim(IdempotencyKey key, String fingerprint, Instant now, Instant expiresAt) {
    return inRunningTransaction((rows, transaction) -> {
      var wanted =
          new IdempotencyKeyRows.Wanted(
              KeyDigest.of(key), fingerprint, transaction, now, expiresAt);
      return claim(rows, wanted);
    });
  }

  private static Claim claim(IdempotencyKeyRows rows, IdempotencyKeyRows.Wanted wanted)
      throws SQLException {
    // Waiting too long fails the statement, and with it the transaction, but for this.
    var savepoint = rows.connection().setSavepoint();
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        Optional<Claim> claim = attempt(rows, wanted);
        if (claim.isPresent()) {
          return claim.get();
        }
      }
      return new Claim.Busy();
    } catch (SQLException failure) {
      if (!IdempotencyKeyRows.isHeld(failure)) {
        throw failure;
      }
      rows.connection().rollback(savepoint);
      return new Claim.Busy();
    }
  }

  /** Empty if the row that was in the way has gone. */
  private static Optional<Claim> attempt(IdempotencyKeyRows rows, IdempotencyKeyRows.Wanted wanted)
      throws SQLException {
    if (rows.insert(wanted)) {
      return Optional.of(new Claim.Granted());
    }
    Optional<Claim> found = rows.find(wanted);
    if (found.isEmpty() && rows.takeOver(wanted)) {
      return Optional.of(new Claim.Granted());
    }
    return found;
  }

  @Override
  public void settle(IdempotencyKey key, Answer answer) {
    boolean settled =
        inRunningTransaction(
            (rows, transaction) -> rows.settle(KeyDigest.of(key), transaction, answer));
    if (!settled) {
      throw new IllegalStateException("the key was not granted in this transaction");
    }
  }

  private interface Work<T> {
    T on(IdempotencyKeyRows rows, UUID transaction) throws SQLException;
  }

  private <T> T inRunningTransaction(Work<T> work) {
    return context.inRunningTransaction(transaction ->
        session ->
            session.doReturningWork((Connection connection) ->
                work.on(new IdempotencyKeyRows(connection), transaction)));
  }
}
