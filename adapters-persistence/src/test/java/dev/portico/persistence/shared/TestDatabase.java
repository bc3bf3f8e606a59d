package dev.portico.persistence.shared;

import java.util.Optional;
import javax.sql.DataSource;

/**
 * One test's database: the tables of this version, no rows, and nobody else who writes to it.
 * Opened before the test and closed after it, whatever the test left open.
 */
public interface TestDatabase extends AutoCloseable {

  /** What the application gets, in place of its pool. */
  DataSource connections();

  /** Where it is, for messages; without credentials. */
  String jdbcUrl();

  /** The test failed: a clone stays and says where. Of a sandbox nothing can stay. */
  void keep();

  /** What the test should be told beside its failure: why it needs more than it asked for. */
  Optional<String> advice();

  /** Leaves nothing of the test behind; returns before that is done. */
  @Override
  void close();
}
