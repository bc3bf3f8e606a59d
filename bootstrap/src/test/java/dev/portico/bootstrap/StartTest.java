package dev.portico.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.persistence.shared.TestPostgres;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.SocketClient;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in the way of a start is one sentence and an exit code, and no stack trace. */
@Timeout(600)
class StartTest {

  @TempDir private Path folder;

  private String refusal(Map<String, String> environment, String... arguments) {
    try (var portico = PorticoProcess.start(folder, environment, arguments)) {
      assertThat(portico.awaitEnd()).as(portico.output()).isEqualTo(1);
      var lines = portico.output().lines().filter(line -> !line.endsWith("...")).toList();
      assertThat(lines).as("one sentence").hasSize(1);
      return lines.getFirst();
    }
  }

  private static Map<String, String> onTestDatabase() {
    return new HashMap<>(PorticoOnTestDatabase.environment(TestPostgres.database()));
  }

  @Test
  void refusesAPortThatIsTaken() throws IOException {
    try (var taken = new ServerSocket(0)) {
      var environment = onTestDatabase();
      environment.put("PORT", Integer.toString(taken.getLocalPort()));

      assertThat(refusal(environment))
          .isEqualTo(
              "Port %d is taken by another program; stop it, or choose another with PORT."
                  .formatted(taken.getLocalPort()));
    }
  }

  // SC-3
  @Test
  void refusesADatabaseThatIsAway() throws IOException {
    int closed;
    try (var socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    var environment = onTestDatabase();
    environment.put("DATABASE_URL", "postgresql://u:hunter2@localhost:" + closed + "/x");

    assertThat(refusal(environment)).contains("localhost:" + closed).doesNotContain("hunter2");
  }

  // SC-1
  @Test
  void refusesAWeakSecret() {
    var environment = onTestDatabase();
    environment.put("SECRET_KEY", "changeme");

    assertThat(refusal(environment)).startsWith("SECRET_KEY must have").doesNotContain("changeme");
  }

  @Test
  void refusesAWeakPasswordOfTheFirstAdmin() {
    var environment = onTestDatabase();
    environment.put("ADMIN_USERNAME", "Operator.77");
    environment.put("ADMIN_PASSWORD", "operator.77");

    assertThat(refusal(environment))
        .isEqualTo("ADMIN_PASSWORD must not be the name of the user, the address or the service.");
  }

  // SC-2
  @Test
  void promotesNobodyByASetting() {
    var environment = onTestDatabase();
    try (var service = PorticoOnTestDatabase.start(environment)) {
      var name = Map.of("ADMIN_USERNAME", "operator", "ADMIN_PASSWORD", "correct horse battery");
      Accounts.registerAndSignIn(new SocketClient(service.localUrl()), "operator");
      environment.putAll(name);

      assertThat(refusal(environment))
          .startsWith("ADMIN_USERNAME is the name of a user who is no administrator")
          .doesNotContain("horse");
    }
  }

  @Test
  void refusesAnUnknownSetting() {
    assertThat(refusal(Map.of(), "--prot=1")).startsWith("--prot is not a setting");
  }

  @Test
  void refusesAMalformedSetting() {
    assertThat(refusal(Map.of("PORT", "eighty"))).startsWith("PORT must be a whole number");
  }

  @Test
  void refusesAnotherSecretThanTheKeysWereSealedWith() {
    var environment = onTestDatabase();
    try (var first = PorticoProcess.start(folder, environment)) {
      var client = new SocketClient(first.awaitReady());
      var name = ServiceUnderTest.uniqueName();
      Accounts.registerAndSignIn(client, name);
    }
    environment.put("SECRET_KEY", "Zt5nW8cK1xQ7sV3bM9pL2dG6hJ4fR0aY");

    assertThat(refusal(environment)).contains("SECRET_KEY").doesNotContain("Zt5n");
  }
}
