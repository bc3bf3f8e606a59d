package dev.portico.web.shared;

import dev.portico.application.users.port.WeakPasswords;
import dev.portico.testkit.Rung;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** What the parts of the kit cost, once the JVM is warm: the median of many. */
@Tag("api")
@Isolated // It takes times.
class KitBench {

  private static final int TIMES = Integer.getInteger("portico.times", 4_000);

  @Test
  @Timeout(600)
  void tellsWhatItsPartsCost() {
    for (var rung : rungs()) {
      measure(rung, "a test's world opened and closed", TIMES, _ -> {});
      measure(rung, "the same with one port overridden", TIMES, KitBench::override);
      measure(rung, "the same with one user", TIMES, ServiceUnderTest::newUser);
      try (var world = Depths.chosen().open("KitBench", rung);
          var _ = world.scope().bind()) {
        median(rung, "GET /", TIMES, () -> world.client().get("/"));
        median(rung, "GET /users/", TIMES, () -> world.client().get("/users/"));
        median(rung, "a socket opened, spoken to, heard and closed", TIMES / 4, () -> chat(world));
      }
    }
  }

  private static List<Rung> rungs() {
    return Depths.chosen().name().equals("fakes")
        ? List.of(Rung.FAKE)
        : List.of(Rung.SANDBOX, Rung.CLONE);
  }

  private static void override(ServiceUnderTest world) {
    world.ports().override(WeakPasswords.class, _ -> false);
  }

  private static void chat(ServiceUnderTest world) {
    try (var socket = world.client().websocket("/ws/chat")) {
      socket.sendJson("message", "Hello");
      socket.receiveJson().expectJson("/content", "Hello");
    }
  }

  private static void measure(Rung rung, String what, int times, Consumer<ServiceUnderTest> test) {
    median(
        rung,
        what,
        rung == Rung.CLONE ? times / 20 : times,
        () -> {
          try (var world = Depths.chosen().open("KitBench", rung);
              var _ = world.scope().bind()) {
            test.accept(world);
          }
        });
  }

  private static void median(Rung rung, String what, int times, Runnable work) {
    var nanos = new ArrayList<Long>();
    for (int i = 0; i < times; i++) {
      long begun = System.nanoTime();
      work.run();
      nanos.add(System.nanoTime() - begun);
    }
    // The first half warms up.
    var warm = nanos.subList(times / 2, times).stream().sorted().toList();
    System.out.printf("%-8s %-50s %6.2f ms (p50)%n", rung, what, warm.get(warm.size() / 2) / 1e6);
  }
}
