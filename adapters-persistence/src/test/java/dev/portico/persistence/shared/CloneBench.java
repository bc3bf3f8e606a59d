package dev.portico.persistence.shared;

import static dev.portico.persistence.shared.Sql.ask;

import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** What a clone costs, made ahead and made when asked for. Not a test: run it by name. */
@Isolated
@Timeout(600)
class CloneBench {

  private static final int TIMES = 30;

  private static void use(TestDatabase clone) throws SQLException {
    if (!ask(clone.connections(), "select count(*) from users").contains("0")) {
      throw new IllegalStateException("not fresh");
    }
  }

  @Test
  void opensWarm() throws Exception {
    var nanos = new long[TIMES];
    for (int i = 0; i < TIMES; i++) {
      Clones.awaitWarm();
      long start = System.nanoTime();
      try (var clone = Clones.open()) {
        use(clone);
        nanos[i] = System.nanoTime() - start;
      }
    }
    Quantiles.print("Clone, made ahead, open to first answer", nanos);
  }

  @Test
  void opensCold() throws Exception {
    Clones.awaitWarm();
    var made = new ArrayList<Clone>();
    Quantiles.print(
        "Clone, made when asked for, open to first answer",
        TIMES,
        () -> {
          var clone = Clones.make();
          made.add(clone);
          use(clone);
        });
    made.forEach(Clone::close);
  }
}
