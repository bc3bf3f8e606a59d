package dev.portico.persistence.shared;

import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Brings the tables to what this version of the program expects. */
final class Migrations {

  private Migrations() {}

  /** Runs what has not been run; over its own connections, since a migration may take its time. */
  static void run(DatabaseUrl url) {
    try {
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(url.jdbcUrl(), null, null)
          .jdbcProperties(jdbcProperties(url))
          .locations("classpath:db/migration")
          .failOnMissingLocations(true)
          .validateMigrationNaming(true)
          .load()
          .migrate();
    } catch (FlywayValidateException otherHistory) {
      throw new DatabaseUnusable(
          "The tables of the database \"%s\" at %s were made by another program or an altered one."
              .formatted(url.database(), url.hostList()),
          otherHistory);
    } catch (FlywayException failure) {
      throw unusable(url, failure);
    }
  }

  private static Map<String, String> jdbcProperties(DatabaseUrl url) {
    return url.properties().entrySet().stream()
        .collect(
            Collectors.toMap(each -> (String) each.getKey(), each -> (String) each.getValue()));
  }

  private static DatabaseUnusable unusable(DatabaseUrl url, FlywayException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused) {
        return ServerCheck.unusable(url, refused);
      }
    }
    return new DatabaseUnusable(
        "The tables of the database \"%s\" at %s could not be brought up to date."
            .formatted(url.database(), url.hostList()),
        failure);
  }
}
