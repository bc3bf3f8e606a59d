package dev.portico.bootstrap;

import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.users.port.Users;
import dev.portico.testkit.Rung;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whether a statement too many is noticed. */
class StatementBudgetTest {

  private static final String KIND = "GET /users/{id} 200";

  private final StatementBudget budget = StatementBudget.of(Map.of(KIND, 1));

  @Test
  void allowsWhatIsWrittenDown() {
    assertThat(budget.complaint(KIND, List.of("select 1"))).isEmpty();
    assertThat(budget.complaint(KIND, List.of())).isEmpty();
  }

  @Test
  void namesTheStatementsOfWhatHasGrown() {
    assertThat(budget.complaint(KIND, List.of("select 1", "select 2")).orElseThrow())
        .contains(KIND, "2 statements, and 1", "select 1\nselect 2");
  }

  @Test
  void asksForANumberOfWhatIsNew() {
    assertThat(budget.complaint("GET /news 200", List.of())).isPresent();
  }

  @Test
  void countsNoRequestsThatOverlap() {
    var costs = new RequestCosts(budget);
    try (var first = costs.begin();
        var second = costs.begin()) {
      first.answered(KIND, List.of("a", "b"));
      second.answered(KIND, List.of("a", "b"));
    }
    costs.check();

    try (var alone = costs.begin()) {
      alone.answered(KIND, List.of("a", "b"));
    }
    assertThatThrownBy(costs::check).isInstanceOf(AssertionError.class);
  }

  /** As somebody would plant it who looks up one thing more in a use case. */
  @Test
  void failsTheTestThatMeetsAStatementTooMany() {
    var world = new PostgresWorld(WholePortico.shared(), "planted", Rung.SANDBOX);
    try (var _ = world.scope().bind()) {
      var user = world.newUser();
      world.ports().wrap(Users.class, StatementBudgetTest::findingTwice);
      world.client().get("/users/" + user.id().value()).expectStatus(200);
    }

    assertThatThrownBy(world::close)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(KIND + " cost 2 statements");
  }

  private static Users findingTwice(Users users) {
    return (Users)
        Proxy.newProxyInstance(
            Users.class.getClassLoader(),
            new Class<?>[] {Users.class},
            (_, method, arguments) -> {
              try {
                if (method.getName().equals("find")) {
                  var _ = method.invoke(users, arguments);
                }
                return method.invoke(users, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
              }
            });
  }

  /** One row or fifty: the number is the same, so no row costs a statement of its own. */
  @Test
  void staysTheSameHoweverManyRowsThereAre() {
    var world = new PostgresWorld(WholePortico.shared(), "many rows", Rung.SANDBOX);
    try (var _ = world.scope().bind()) {
      var admin = world.testAdmin();
      for (int i = 0; i < 50; i++) {
        world.newUser();
      }
      var client = world.client().as(admin);
      for (int i = 0; i < 50; i++) {
        var item = json("title", "item " + i);
        client.post("/items/", item).expectStatus(201);
        client.post("/events/", json("name", "event")).expectStatus(201);
      }
      for (var path : List.of("/users/", "/items/", "/events/")) {
        var answer = client.get(path + "?limit=50").expectStatus(200);
        assertThat(answer.json().get("items").size()).as(path).isEqualTo(50);
      }
    }
    world.close();
  }

  /** All routes there are but the socket's, whose answer is no 2xx. */
  @Test
  void hasANumberForEveryRoute() {
    var world = new PostgresWorld(WholePortico.shared(), "every route", Rung.SANDBOX);
    var described = new TreeSet<String>();
    world
        .client()
        .get("/openapi.json")
        .json()
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .propertyNames()
                .forEach(method ->
                    described.add(
                        method.toUpperCase(Locale.ROOT)
                            + " "
                            + path.getKey().replaceFirst("(.)/$", "$1"))));
    described.remove("GET /ws/chat");
    world.close();

    assertThat(StatementBudget.read(StatementBudget.FILE).kinds())
        .extracting(kind -> kind.replaceFirst(" \\d+$", ""))
        .containsAll(described);
  }
}
