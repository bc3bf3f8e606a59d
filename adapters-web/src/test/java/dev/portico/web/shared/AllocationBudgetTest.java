package dev.portico.web.shared;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.json;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Hexagon;
import dev.portico.application.access.AuthenticateCaller;
import dev.portico.application.users.ViewUser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Requests over fakes, from the client's bytes to its checks of the answer, and single use cases
 * allocate no more than is written down. {@code -Dportico.record.allocations=true} writes the file
 * anew.
 */
class AllocationBudgetTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration RECORDING = Duration.ofSeconds(8);

  private final WebWorld world = new WebWorld();
  private final TestClient client = world.client();

  private Map<String, Runnable> operations() {
    var user = world.newUser();
    var token = bearer(world.issue(user));
    var operations = new LinkedHashMap<String, Runnable>();
    operations.put("GET /", () -> client.get("/").expectStatus(200));
    operations.put("GET /users/me", () -> client.get("/users/me", token).expectStatus(200));
    operations.put("GET /users/{id}", () -> client.get("/users/" + user.id()).expectStatus(200));
    operations.put("GET /users/", () -> client.get("/users/?limit=20").expectStatus(200));
    operations.put(
        "POST /counters/{name}/increment",
        () -> client.post("/counters/budget/increment", json("by", 1), token).expectStatus(200));
    var hexagon = world.context().getBean(Hexagon.class);
    var raw = world.issue(user);
    operations.put(
        "authenticate a token",
        () ->
            assertThat(hexagon.authenticateCaller().handle(new AuthenticateCaller.Command(raw)))
                .isInstanceOf(AuthenticateCaller.Outcome.Authenticated.class));
    operations.put(
        "view a user",
        () -> {
          var _ = hexagon.viewUser().handle(new ViewUser.Command(user.id()));
        });
    return operations;
  }

  /** A busy machine compiles late, and a test is given a minute unless it says more. */
  @Test
  @Timeout(300)
  void holdsOperationsToTheirBytes() throws IOException {
    var operations = operations();
    try (var _ = world.scope().bind()) {
      if (Boolean.getBoolean("portico.record.allocations")) {
        record(operations);
      }
      var budget = new AllocationBudget(AllocationBudget.read(AllocationBudget.FILE), PATIENCE);
      operations.forEach(
          (name, operation) -> assertThat(budget.complaint(name, operation)).isEmpty());
      assertThat(budget.leftOver(operations.keySet())).isEmpty();
    }
  }

  private static void record(Map<String, Runnable> operations) throws IOException {
    var text = new StringBuilder("# Bytes allocated by an operation: AllocationBudget.\n");
    operations.forEach((name, operation) ->
        text.append("%d %s\n".formatted(AllocationBudget.least(operation, RECORDING), name)));
    Files.writeString(AllocationBudget.FILE, text.toString(), StandardCharsets.UTF_8);
  }

  @Test
  void noticesAPlantedAllocation() throws IOException {
    var written = AllocationBudget.read(AllocationBudget.FILE);
    var budget = new AllocationBudget(written, Duration.ofSeconds(1));
    var kept = new AtomicReference<byte[]>();
    int more = (int) (requireNonNull(written.get("GET /")) * 0.3);
    var planted =
        (Runnable)
            () -> {
              client.get("/").expectStatus(200);
              kept.set(new byte[more]);
            };
    assertThat(budget.complaint("GET /", planted))
        .hasValueSatisfying(complaint -> assertThat(complaint).contains("GET / allocates"));
  }

  @Test
  void namesWhatIsWrittenDownForNothing() {
    var budget = new AllocationBudget(Map.of("GET /old", 1L), Duration.ofSeconds(1));

    assertThat(budget.leftOver(Set.of("GET /"))).containsExactly("GET /old");
  }

  @Test
  void wantsANumberForEachOperation() {
    var budget = new AllocationBudget(Map.of(), Duration.ofSeconds(1));
    assertThat(budget.complaint("GET /new", () -> {}))
        .hasValueSatisfying(complaint -> assertThat(complaint).contains("no number of bytes"));
  }
}
