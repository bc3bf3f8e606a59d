package dev.portico.bootstrap;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.TestPostgres;
import dev.portico.web.shared.SocketClient;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One room on two nodes. */
@Timeout(180)
class ChatNodesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CUT =
      "select pg_terminate_backend(pid) from pg_stat_activity"
          + " where datname = current_database() and pid <> pg_backend_pid()";

  private final DatabaseUrl database = TestPostgres.database();
  private final RunningPortico one = PorticoOnTestDatabase.start(database, Map.of());
  private final RunningPortico two = PorticoOnTestDatabase.start(database, Map.of());
  private final TestClient here = new SocketClient(one.localUrl());
  private final TestClient there = new SocketClient(two.localUrl());
  private final String room = "/ws/chat?room=" + uniqueName();
  private final String[] token = bearer(Accounts.registerAndSignIn(here, uniqueName()));

  @AfterEach
  void stop() {
    one.close();
    two.close();
  }

  private static void expectHeardByBoth(TestSocket speaker, TestSocket other, String text) {
    speaker.sendJson("message", text);
    var heard = speaker.receiveJson(PATIENCE).expectJson("/content", text);
    assertThat(other.receiveText(PATIENCE)).isEqualTo(heard.body());
  }

  @Test
  void hearsEverywhereWhatIsSaidAnywhere() {
    try (var left = here.websocket(room, token);
        var right = there.websocket(room, token)) {
      expectHeardByBoth(left, right, "one");
      expectHeardByBoth(right, left, "two");
    }
    here.get(room.replace("/ws/chat?room=", "/chat/") + "/messages", token)
        .expectJson("/items/0/content", "two")
        .expectJson("/items/1/content", "one");
  }

  @Test
  void missesNothingWhereTheDatabaseIsCutOff() {
    try (var left = here.websocket(room, token);
        var right = there.websocket(room, token)) {
      for (int i = 0; i < 3; i++) {
        TestPostgres.execute(database, CUT);
        int number = i;
        sayAtLast(left, "m" + number);
        assertThat(right.receiveJson(PATIENCE).expectJson("/content", "m" + number)).isNotNull();
      }
      left.assertNoMessage();
      right.assertNoMessage();
    }
  }

  /** Once the pool has other connections. */
  private static void sayAtLast(TestSocket socket, String text) {
    socket.sendJson("message", text);
    while (socket.receiveJson(PATIENCE).text("/type").equals("error")) {
      socket.sendJson("message", text);
    }
  }
}
