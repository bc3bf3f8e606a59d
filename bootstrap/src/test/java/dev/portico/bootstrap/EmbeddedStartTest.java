package dev.portico.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.SocketClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The service with the database it brings along, as a newcomer starts it. */
@Timeout(600)
class EmbeddedStartTest {

  private static final Map<String, String> ANY_PORT = Map.of("PORT", "0");

  @TempDir private Path folder;

  private PorticoProcess start() {
    return PorticoProcess.start(folder, ANY_PORT, "--public-url=http://localhost:8000");
  }

  @Test
  void recognisesUsersAfterARestart() {
    String token;
    try (var first = start()) {
      token = Accounts.registerAndSignIn(new SocketClient(first.awaitReady()), "alice");
      first.terminate();
      // 128 + SIGTERM: ended by the signal, after an orderly shutdown.
      assertThat(first.awaitEnd()).isEqualTo(143);
    }
    try (var second = start()) {
      var client = new SocketClient(second.awaitReady());
      Accounts.assertRecognised(client, "alice", token);
      Accounts.assertRecognised(client, "alice", Accounts.signIn(client, "alice"));
    }
  }

  @Test
  void losesNothingAcknowledgedWhenKilled() {
    var acknowledged = new ArrayList<String>();
    String token;
    try (var first = start()) {
      var client = new SocketClient(first.awaitReady());
      token = Accounts.registerAndSignIn(client, "user-0");
      for (int i = 1; i <= 20; i++) {
        acknowledged.add(Accounts.registerAndSignIn(client, "user-" + i));
      }
      first.kill();
    }
    try (var second = start()) {
      var client = new SocketClient(second.awaitReady());
      Accounts.assertRecognised(client, "user-0", token);
      for (int i = 1; i <= acknowledged.size(); i++) {
        Accounts.assertRecognised(client, "user-" + i, acknowledged.get(i - 1));
      }
    }
  }

  @Test
  void refusesAFolderThatAnotherInstanceUses() {
    try (var first = start()) {
      var _ = first.awaitReady();
      try (var second = start()) {
        assertThat(second.awaitEnd()).isEqualTo(1);
        assertThat(second.output()).contains("data").doesNotContain("Exception");
      }
      new SocketClient(first.awaitReady()).get("/health").expectStatus(200);
    }
  }
}
