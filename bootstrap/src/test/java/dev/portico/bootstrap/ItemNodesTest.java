package dev.portico.bootstrap;

import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.TestPostgres;
import dev.portico.web.shared.SocketClient;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestRequest;
import dev.portico.web.shared.TestResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One item, changed at two nodes at once. */
@Timeout(180)
class ItemNodesTest {

  private static final int WRITERS = 10;
  private static final int CHANGES = 20;

  private final DatabaseUrl database = TestPostgres.database();
  private final List<RunningPortico> nodes = List.of(start(), start());
  private final String token = Accounts.registerAndSignIn(at(0), "writer");
  private final String item =
      at(0)
          .post(
              "/items/",
              json("title", "List", "description", ""),
              "Authorization",
              "Bearer " + token)
          .expectStatus(201)
          .header("Location")
          .orElseThrow();

  private RunningPortico start() {
    return RunningPortico.startWithoutTasks(
        Settings.of(
            RawSettings.collect(PorticoOnTestDatabase.environment(database), Map.of(), List.of())),
        _ -> {},
        new Outside());
  }

  @AfterEach
  void stop() {
    nodes.forEach(RunningPortico::close);
  }

  private TestClient at(int number) {
    return new SocketClient(nodes.get(number % 2).localUrl());
  }

  /** Reads, appends and writes, and begins anew whenever somebody was faster. */
  private boolean append(TestClient client, String line) {
    TestResponse changed;
    do {
      var seen = client.get(item).expectStatus(200);
      changed =
          client.send(
              TestRequest.of("PATCH", item)
                  .with(json("description", seen.text("/description") + line + "\n"))
                  .with(List.of("Authorization", "Bearer " + token))
                  .with(List.of("If-Match", seen.header("ETag").orElseThrow())));
      assertThat(changed.status()).isIn(200, 412);
    } while (changed.status() == 412);
    return true;
  }

  @Test
  @DisplayName("F24: losesNoneOfTwoHundredChangesSilently")
  void losesNoneOfTwoHundredChangesSilently() {
    var written =
        AtOnce.ask(
            WRITERS,
            writer ->
                IntStream.range(0, CHANGES)
                    .allMatch(change -> append(at(writer), writer + "-" + change)));

    assertThat(written).hasSize(WRITERS).containsOnly(true);
    var kept = at(1).get(item).expectHeader("ETag", "\"" + (WRITERS * CHANGES + 1) + "\"");
    assertThat(kept.text("/description").lines().distinct()).hasSize(WRITERS * CHANGES);
  }
}
