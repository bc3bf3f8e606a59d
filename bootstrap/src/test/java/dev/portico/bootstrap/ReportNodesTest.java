package dev.portico.bootstrap;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.TestPostgres;
import dev.portico.testkit.TestTime;
import dev.portico.web.shared.SocketClient;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** F16: one report for two nodes, however many ask at the moment the last one expires. */
@Timeout(180)
class ReportNodesTest {

  private static final int CLIENTS = 200;

  private final DatabaseUrl database = TestPostgres.database();
  private final TestTime time = new TestTime();
  private final List<RunningPortico> nodes = List.of(start(), start());

  private RunningPortico start() {
    return RunningPortico.startWithoutTasks(
        Settings.of(
            RawSettings.collect(PorticoOnTestDatabase.environment(database), Map.of(), List.of())),
        _ -> {},
        new Outside() {
          @Override
          InstantSource time() {
            return time;
          }
        });
  }

  @AfterEach
  void stop() {
    nodes.forEach(RunningPortico::close);
  }

  private List<TestResponse> askAtOnce() {
    var clients =
        nodes.stream().<TestClient>map(node -> new SocketClient(node.localUrl())).toList();
    return AtOnce.ask(CLIENTS, i -> clients.get(i % 2).get("/expensive-query").expectStatus(200));
  }

  private static Map<String, Long> kinds(List<TestResponse> answers) {
    return answers.stream()
        .collect(
            groupingBy(
                it -> it.header("Cache-Status").orElseThrow().replaceAll("; ttl=(-?)[0-9]+", " $1"),
                counting()));
  }

  @Test
  @DisplayName("F16: isCountedOnceWhereThereWasNone")
  void isCountedOnceWhereThereWasNone() {
    var answers = askAtOnce();

    assertThat(kinds(answers)).containsEntry("portico; fwd=miss; stored", 1L);
    assertThat(answers).extracting(TestResponse::body).containsOnly(answers.getFirst().body());
  }

  @Test
  @DisplayName("F16: isCountedOnceAtExpiryAndTheLastOneShownMeanwhile")
  void isCountedOnceAtExpiryAndTheLastOneShownMeanwhile() {
    var old = askAtOnce().getFirst().body();
    time.advance(Duration.ofSeconds(60));

    var answers = askAtOnce();

    assertThat(kinds(answers)).containsEntry("portico; fwd=miss; stored", 1L);
    var bodies = new HashSet<>(answers.stream().map(TestResponse::body).toList());
    bodies.remove(old);
    assertThat(bodies).as("the next report").hasSize(1);
    assertThat(answers)
        .filteredOn(it -> it.body().equals(old))
        .allMatch(it -> it.header("Age").orElseThrow().equals("60"));
  }
}
