package dev.portico.bootstrap;

import dev.portico.web.shared.AllocationBudget;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is read and written by Hibernate allocates no more than is written down. */
class AllocationOnPostgresTest {

  /** A busy machine compiles late, and a test is given a minute unless it says more. */
  @Test
  @Timeout(300)
  void holdsStepsToTheirBytes() throws IOException {
    try (var database = new StepsOnPostgres()) {
      var operations = new LinkedHashMap<String, Supplier<?>>();
      StepsOnPostgres.ALL.keySet().forEach(name -> operations.put(name, database.step(name)));
      AllocationBudget.hold(operations);
    }
  }
}
