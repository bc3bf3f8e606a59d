package dev.portico.persistence.access;

import dev.portico.application.access.port.LoginAttempts;
import dev.portico.application.access.port.LoginAttempts.Admission.Admitted;
import dev.portico.domain.access.LoginAttempt;
import dev.portico.persistence.shared.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.StatelessSession;

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
    return context.write(session -> on(session, work));
  }

  private static <T> T on(StatelessSession session, Work<T> work) {
    return session.doReturningWork((Connection connection) -> work.on(new AttemptRows(connection)));
  }

  /**
   * Where the connection is cut off meanwhile, it may be counted twice: which holds nobody off for
   * longer than a window.
   */
  @Override
  public Admission admit(LoginAttempt attempt) {
    var count = context.harmlessTwice(session -> on(session, rows -> rows.count(attempt)));
    if (count.counted()) {
      return count.guess();
    }
    return count.until().map(until -> held(attempt, until)).orElseGet(() -> overtaken(count));
  }

  /** Others came first since we looked. */
  private Admission overtaken(AttemptRows.Count count) {
    var attempt = count.guess().attempt();
    return with(rows -> {
      if (count.addressCounted()) {
        rows.takeOff(AttemptKeys.address(attempt), attempt);
      }
      return held(attempt, rows.heldUntil(count.guess()).orElse(attempt.windowEnd()));
    });
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
