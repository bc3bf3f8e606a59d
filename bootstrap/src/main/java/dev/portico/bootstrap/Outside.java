package dev.portico.bootstrap;

import dev.portico.persistence.shared.Database;
import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.PoolSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** The world around the service: its clock and its database. Tests give it another. */
class Outside {

  /** The time, to the microsecond, which is what the database keeps. */
  InstantSource time() {
    return () -> Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Opens the database at this address.
   *
   * @param owner who makes its tables, where that is another user
   */
  Database open(DatabaseUrl url, Optional<DatabaseUrl> owner) {
    return owner
        .map(it -> Database.open(url, it, PoolSettings.DEFAULT))
        .orElseGet(() -> Database.open(url, PoolSettings.DEFAULT));
  }

  /** Adds beans before any is made. */
  void prepare(ConfigurableListableBeanFactory beans) {}
}
