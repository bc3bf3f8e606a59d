package dev.portico.persistence.shared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.Transaction;

/**
 * Where rows become objects and back: hands out sessions, the one of the running transaction if
 * there is one.
 *
 * <p>Every method throws {@link dev.portico.application.shared.Unavailable} where the database is
 * away, overloaded or out of time; whatever else goes wrong passes as it is.
 */
public final class PersistenceContext implements AutoCloseable {

  private final ScopedValue<Running> current = ScopedValue.newInstance();
  private final SessionFactory sessions;
  private final Runnable renewal;

  private PersistenceContext(SessionFactory sessions, Runnable renewal) {
    this.sessions = sessions;
    this.renewal = renewal;
  }

  /** Maps the rows of all features; takes a fraction of a second, so there is one per program. */
  public static PersistenceContext over(Database database, Collection<RowTypes> rows) {
    return new PersistenceContext(
        Sessions.over(database.connections(), rows), database::renewConnections);
  }

  /** A transaction on the caller's thread. */
  private static final class Running implements AutoCloseable {

    private final StatelessSession session;
    private final UUID id = UUID.randomUUID();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private boolean failed;
    private boolean committing;

    Running(StatelessSession session) {
      this.session = session;
    }

    @Override
    public void close() {
      session.close();
    }
  }

  /**
   * Runs the work in the running transaction or, where there is none, in one of its own, which is
   * rolled back when the work throws. What a nested work threw rolls back the whole, even if the
   * outer one caught it.
   */
  public <T> T inTransaction(Supplier<T> work) {
    return inTransaction((StatelessSession _) -> work.get());
  }

  /** Reads in the running transaction or, where there is none, in one round trip. */
  public <T> T read(Function<StatelessSession, T> query) {
    return twiceAtMost(query, Outages::isBrokenConnection);
  }

  /**
   * Changes rows by one statement in the running transaction or, where there is none, as its own
   * and in one round trip. It is sent again where its connection was cut off, though the first may
   * have changed something: for statements that do nothing more the second time, or nothing that
   * harms, and callers whom their counts do not mislead then.
   */
  public <T> T harmlessTwice(Function<StatelessSession, T> statement) {
    return twiceAtMost(statement, Outages::isCutConnection);
  }

  private <T> T twiceAtMost(
      Function<StatelessSession, T> statement, Predicate<RuntimeException> again) {
    if (current.isBound()) {
      return joined(statement);
    }
    try {
      return alone(statement);
    } catch (RuntimeException failure) {
      if (!again.test(failure)) {
        throw Outages.translated(failure);
      }
    }
    // The pool cannot know of a connection that died unused.
    renewal.run();
    try {
      return alone(statement);
    } catch (RuntimeException failure) {
      throw Outages.translated(failure);
    }
  }

  private <T> T alone(Function<StatelessSession, T> statement) {
    try (var session = sessions.openStatelessSession()) {
      return statement.apply(session);
    }
  }

  /**
   * Changes rows in the running transaction or, where there is none, in one of its own. That is
   * begun a second time where its connection was cut off before the commit was sent: nothing of the
   * first was kept.
   */
  public <T> T write(Function<StatelessSession, T> change) {
    if (current.isBound()) {
      return joined(change);
    }
    var running = running();
    try (running) {
      return outermost(running, change);
    } catch (RuntimeException failure) {
      if (running.committing || !Outages.isCutConnection(failure)) {
        throw Outages.translated(failure);
      }
    }
    renewal.run();
    return inTransaction(change);
  }

  private Running running() {
    return new Running(sessions.openStatelessSession());
  }

  /**
   * Does something once the running transaction is committed; never, if it is not. It must not
   * fail: what it follows has happened.
   */
  public void afterCommit(Runnable work) {
    current.get().afterCommit.add(work);
  }

  /**
   * Works in the running transaction, with its name: no other has it, on any node.
   *
   * @throws IllegalStateException if none is running
   */
  <T> T inRunningTransaction(Function<UUID, Function<StatelessSession, T>> work) {
    if (!current.isBound()) {
      throw new IllegalStateException("no transaction is running");
    }
    return joined(work.apply(current.get().id));
  }

  private <T> T inTransaction(Function<StatelessSession, T> work) {
    if (current.isBound()) {
      return joined(work);
    }
    try (var running = running()) {
      return outermost(running, work);
    } catch (RuntimeException failure) {
      throw Outages.translated(failure);
    }
  }

  private <T> T joined(Function<StatelessSession, T> work) {
    var running = current.get();
    try {
      return work.apply(running.session);
    } catch (RuntimeException failure) {
      running.failed = true;
      throw Outages.translated(failure);
    } catch (Error failure) {
      running.failed = true;
      throw failure;
    }
  }

  private <T> T outermost(Running running, Function<StatelessSession, T> work) {
    var transaction = running.session.beginTransaction();
    T result;
    try {
      result = ScopedValue.where(current, running).call(() -> work.apply(running.session));
      if (running.failed) {
        throw new IllegalStateException("a part of the transaction failed and was caught outside");
      }
    } catch (Throwable failure) {
      rollBack(transaction, failure);
      throw failure;
    }
    running.committing = true;
    transaction.commit();
    running.afterCommit.forEach(Runnable::run);
    return result;
  }

  /** Rolls back; should that fail too, the first failure is the one worth telling. */
  private static void rollBack(Transaction transaction, Throwable failure) {
    try {
      transaction.rollback();
    } catch (RuntimeException second) {
      failure.addSuppressed(second);
    }
  }

  /** For tests of the mapping. */
  SessionFactory sessions() {
    return sessions;
  }

  @Override
  public void close() {
    sessions.close();
  }
}
