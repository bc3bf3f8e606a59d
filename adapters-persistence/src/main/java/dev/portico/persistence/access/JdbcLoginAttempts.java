package dev.portico.persistence.access;

import dev.portico.application.access.port.LoginAttempts;
import dev.portico.application.access.port.LoginAttempts.Admission.Admitted;
import dev.portico.domain.access.LoginAttempt;
import dev.portico.persistence.shared.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Guesses as one row for each key, which says how many there were and until when they count. */
final class JdbcLoginAttempts implements LoginAttempts {

  private final PersistenceContext context;

  JdbcLoginAttempts(PersistenceContext context) {
    this.context = context;
  }

  /** What is done over one connection; it may fail. */
  private interface Work<T> {
    T on(AttemptRows rows) throws SQLException;
  }

  private <T> T with(Work<T> work) {
    return context.write(session ->
        session.doReturningWork((Connection connection) -> work.on(new AttemptRows(connection))));
  }

  @Override
  public Admission admit(LoginAttempt attempt) {
    return with(rows -> admit(rows, attempt));
  }

  /**
   * Looks first, so that whoever goes on against a closed door changes no row and waits for none.
   * Everybody counts an address before an account, so that no two wait for each other.
   */
  private static Admission admit(AttemptRows rows, LoginAttempt attempt) throws SQLException {
    var admitted = new Admitted(attempt, rows.isFamiliar(attempt));
    var held = rows.heldUntil(admitted);
    if (held.isPresent()) {
      return held(attempt, held.get());
    }
    byte[] address = AttemptKeys.address(attempt);
    if (!rows.count(address, attempt, attempt.rule().perAddress())) {
      return held(rows, admitted);
    }
    if (!rows.count(AttemptKeys.account(admitted), attempt, attempt.rule().perAccount())) {
      rows.takeOff(address, attempt);
      return held(rows, admitted);
    }
    return admitted;
  }

  /** Others came first since we looked. */
  private static Admission held(AttemptRows rows, Admitted admitted) throws SQLException {
    var attempt = admitted.attempt();
    return held(attempt, rows.heldUntil(admitted).orElse(attempt.windowEnd()));
  }

  private static Admission held(LoginAttempt attempt, Instant until) {
    return new Admission.Held(Duration.between(attempt.at(), until));
  }

  @Override
  public void succeeded(Admitted admitted) {
    var _ =
        with(rows -> {
          rows.succeeded(admitted);
          return rows;
        });
  }

  @Override
  public void withdraw(Admitted admitted) {
    var attempt = admitted.attempt();
    var _ =
        with(rows -> {
          rows.takeOff(AttemptKeys.address(attempt), attempt);
          rows.takeOff(AttemptKeys.account(admitted), attempt);
          return rows;
        });
  }

  @Override
  public int purge(Instant now, int atMost) {
    return with(rows -> rows.purge(now, atMost));
  }
}
