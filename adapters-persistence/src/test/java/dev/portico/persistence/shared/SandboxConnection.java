package dev.portico.persistence.shared;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** One of the application's connections, which believes that its transactions are real. */
final class SandboxConnection implements Overlay {

  /** What may go to the driver as it is: nothing of it changes the session. */
  private static final Set<String> HARMLESS =
      Set.of("nativeSQL", "clearWarnings", "beginRequest", "endRequest");

  private static final Set<Integer> READ_COMMITTED =
      Set.of(Connection.TRANSACTION_READ_COMMITTED, Connection.TRANSACTION_READ_UNCOMMITTED);

  private final Sandbox sandbox;
  private final Wire wire;
  private final SandboxTransaction transaction;
  private final Connection proxy = Overlay.as(Connection.class, this);
  private boolean autoCommit = true;
  private boolean readOnly;
  private volatile boolean closed;

  SandboxConnection(Sandbox sandbox, Wire wire, Turn turn) {
    this.sandbox = sandbox;
    this.wire = wire;
    this.transaction = new SandboxTransaction(wire, turn);
  }

  Connection proxy() {
    return proxy;
  }

  /** Something that may fail in the database. */
  interface Work {
    @Nullable Object run() throws Throwable;
  }

  /**
   * Runs a statement, in a transaction of its own if none is asked for.
   *
   * @param sql its text, where that is known
   */
  @Nullable Object run(Optional<String> sql, Work work) throws Throwable {
    requireOpen();
    try {
      boolean onlyReads = sql.map(SqlGuard::of).filter(SqlGuard::onlyReads).isPresent();
      return autoCommit ? transaction.alone(work, onlyReads) : transaction.within(work, readOnly);
    } catch (SQLException failure) {
      throw sandbox.explained(failure);
    }
  }

  private void requireOpen() throws SQLException {
    sandbox.requireOpen();
    if (closed) {
      throw new SQLException("the connection is closed", "08003");
    }
  }

  void check(String sql) throws SQLException {
    var words = SqlGuard.of(sql).objection();
    if (words.isPresent()) {
      throw refusal(words.get() + " was sent as a statement");
    }
  }

  private SQLException refusal(String reason) {
    return sandbox.explained(NeedsClone.because(reason));
  }

  boolean getAutoCommit() throws SQLException {
    requireOpen();
    return autoCommit;
  }

  void setAutoCommit(boolean wanted) throws SQLException {
    requireOpen();
    if (wanted && !autoCommit) {
      commit();
    }
    autoCommit = wanted;
  }

  void commit() throws SQLException {
    requireTransactions();
    explained(transaction::commit);
  }

  void rollback() throws SQLException {
    requireTransactions();
    explained(transaction::rollBack);
  }

  private interface Step {
    void run() throws SQLException;
  }

  private void explained(Step step) throws SQLException {
    try {
      step.run();
    } catch (SQLException failure) {
      throw sandbox.explained(failure);
    }
  }

  private void requireTransactions() throws SQLException {
    requireOpen();
    if (autoCommit) {
      throw new SQLException("the connection is in autocommit mode", "25P01");
    }
  }

  Savepoint setSavepoint() throws SQLException {
    return setSavepoint(null);
  }

  Savepoint setSavepoint(@Nullable String name) throws SQLException {
    requireTransactions();
    var mark = SandboxSavepoint.next(name);
    within("savepoint " + mark.sqlName());
    return mark;
  }

  void rollback(Savepoint mark) throws SQLException {
    requireTransactions();
    within("rollback to " + ((SandboxSavepoint) mark).sqlName());
  }

  void releaseSavepoint(Savepoint mark) throws SQLException {
    requireTransactions();
    within("release " + ((SandboxSavepoint) mark).sqlName());
  }

  private void within(String command) throws SQLException {
    explained(() -> {
      transaction.begin(readOnly);
      wire.send(command);
    });
  }

  boolean isReadOnly() throws SQLException {
    requireOpen();
    return readOnly;
  }

  void setReadOnly(boolean wanted) throws SQLException {
    requireOpen();
    if (transaction.isOpen()) {
      throw new SQLException("a transaction is under way", "25001");
    }
    readOnly = wanted;
  }

  int getTransactionIsolation() throws SQLException {
    requireOpen();
    return Connection.TRANSACTION_READ_COMMITTED;
  }

  void setTransactionIsolation(int level) throws SQLException {
    requireOpen();
    if (!READ_COMMITTED.contains(level)) {
      throw refusal("a sandbox is read committed, and another isolation level was asked for");
    }
  }

  boolean isClosed() {
    return closed;
  }

  boolean isValid(int seconds) throws SQLException {
    return !closed && !sandbox.hasEnded() && wire.connection().isValid(seconds);
  }

  void abort(Executor executor) throws SQLException {
    close();
  }

  void close() throws SQLException {
    boolean toRollBack = !closed && !sandbox.hasEnded();
    closed = true;
    if (toRollBack) {
      transaction.rollBack();
    }
  }

  @Override
  public @Nullable Object otherwise(Method method, Object @Nullable [] arguments) throws Throwable {
    requireOpen();
    if (method.getReturnType() == Statement.class
        || PreparedStatement.class.isAssignableFrom(method.getReturnType())) {
      return statement(method, arguments);
    }
    if (!isHarmless(method)) {
      throw refusal(
          "%s changes the session, which all connections of a sandbox share"
              .formatted(method.getName()));
    }
    return Overlay.pass(wire.connection(), method, arguments);
  }

  private static boolean isHarmless(Method method) {
    return HARMLESS.contains(method.getName())
        || method.getName().startsWith("get")
        || method.getName().startsWith("create")
        || method.getName().equals("isWrapperFor");
  }

  private Object statement(Method method, Object @Nullable [] arguments) throws Throwable {
    Optional<String> sql = Optional.empty();
    if (arguments != null && arguments[0] instanceof String text) {
      check(text);
      sql = Optional.of(text);
    }
    var made = Overlay.pass(wire.connection(), method, arguments);
    return SandboxStatement.over(
        this, method.getReturnType(), Optional.ofNullable(made).orElseThrow(), sql);
  }
}
