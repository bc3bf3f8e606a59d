package dev.portico.persistence.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one test, all of them one, in a transaction that is rolled back at the end.
 */
final class Sandbox implements TestDatabase {

  private static final String ANOTHER_WROTE =
      "it waited for a row or key that the sandbox of another test holds until that test ends";

  /** By SQLSTATE, what a failure means inside of a sandbox. */
  private static final Map<String, String> MEANINGS =
      Map.of(
          "55P03", ANOTHER_WROTE,
          "40P01", ANOTHER_WROTE,
          "25001", "a statement works outside of transactions only",
          "57P01", "the sandbox's connection was cut, and what was written is gone with it",
          "08003", "the sandbox's connection was cut, and what was written is gone with it",
          "08006", "the sandbox's connection was cut, and what was written is gone with it");

  private final String jdbcUrl;
  private final Wire wire;
  private final Turn turn = new Turn();
  private final Consumer<Wire> takeBack;
  private volatile @Nullable String advice;
  private volatile boolean ended;

  /** {@code takeBack} gets the wire after the end, if it is as good as new. */
  Sandbox(String jdbcUrl, Wire wire, Consumer<Wire> takeBack) {
    this.jdbcUrl = jdbcUrl;
    this.wire = wire;
    this.takeBack = takeBack;
  }

  @Override
  public DataSource connections() {
    return (Connections) this::connection;
  }

  private Connection connection() throws SQLException {
    requireOpen();
    return new SandboxConnection(this, wire, turn).proxy();
  }

  boolean hasEnded() {
    return ended;
  }

  void requireOpen() throws SQLException {
    if (ended) {
      throw new SQLException("the sandbox has ended with its test", "08003");
    }
  }

  /** The failure itself, or what it means here, noted for the test's report. */
  SQLException explained(SQLException failure) {
    if (failure instanceof NeedsClone) {
      return noted(failure);
    }
    var meaning = MEANINGS.get(Optional.ofNullable(failure.getSQLState()).orElse(""));
    return meaning == null || ended ? failure : noted(NeedsClone.because(meaning, failure));
  }

  private SQLException noted(SQLException explanation) {
    advice = advice == null ? explanation.getMessage() : advice;
    return explanation;
  }

  @Override
  public String jdbcUrl() {
    return jdbcUrl;
  }

  @Override
  public void keep() {}

  @Override
  public Optional<String> advice() {
    return Optional.ofNullable(advice);
  }

  @Override
  public void close() {
    if (ended) {
      return;
    }
    ended = true;
    // What somebody still holds is cut, so that no lock of this test outlives it.
    if (turn.takeForGood() && wire.end()) {
      takeBack.accept(wire);
    } else {
      wire.cut();
    }
  }
}
