package dev.portico.web.shared;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.json;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Requests over fakes, from the client's bytes to its checks of the answer, and single steps of
 * them allocate no more than is written down.
 */
class AllocationBudgetTest {

  private final WebWorld world = new WebWorld();
  private final TestClient client = world.client();

  private Map<String, Supplier<?>> operations() {
    var user = world.newUser();
    var token = bearer(world.issue(user));
    var operations = new LinkedHashMap<String, Supplier<?>>();
    operations.put("GET /", () -> client.get("/").expectStatus(200));
    operations.put("GET /users/me", () -> client.get("/users/me", token).expectStatus(200));
    operations.put("GET /users/{id}", () -> client.get("/users/" + user.id()).expectStatus(200));
    operations.put("GET /users/", () -> client.get("/users/?limit=20").expectStatus(200));
    operations.put(
        "POST /counters/{name}/increment",
        () -> client.post("/counters/budget/increment", json("by", 1), token).expectStatus(200));
    operations.putAll(StepsOverFakes.all());
    return operations;
  }

  /** A busy machine compiles late, and a test is given a minute unless it says more. */
  @Test
  @Timeout(300)
  void holdsOperationsToTheirBytes() throws IOException {
    AllocationBudget.hold(operations());
  }

  @Test
  void noticesAPlantedAllocation() throws IOException {
    var written = AllocationBudget.read(AllocationBudget.FILE);
    var budget = new AllocationBudget(written, Duration.ofSeconds(1));
    var kept = new AtomicReference<byte[]>();
    int more = (int) (requireNonNull(written.get("GET /")) * 0.3);
    assertThat(
            budget.complaint(
                "GET /",
                () -> {
                  kept.set(new byte[more]);
                  return client.get("/").expectStatus(200);
                }))
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
    assertThat(budget.complaint("GET /new", () -> ""))
        .hasValueSatisfying(complaint -> assertThat(complaint).contains("no number of bytes"));
  }
}
