package dev.portico.bootstrap;

import static dev.portico.web.shared.TestRequest.form;
import static dev.portico.web.shared.TestRequest.json;

import dev.portico.persistence.shared.TestPostgres;
import dev.portico.web.shared.SocketClient;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a machine whose language has an i without a dot, names and addresses are what they are. */
@Timeout(600)
class TurkishStartTest {

  @Test
  @DisplayName("IN-5: foldsNamesAndAddressesAsEverywhere")
  void foldsNamesAndAddressesAsEverywhere(@TempDir Path folder) {
    var environment = new HashMap<>(PorticoOnTestDatabase.environment(TestPostgres.database()));
    environment.put("JAVA_TOOL_OPTIONS", "-Duser.language=tr -Duser.country=TR");
    try (var portico = PorticoProcess.start(folder, environment)) {
      var client = new SocketClient(portico.awaitReady());
      client
          .post("/auth/register", account("IRIS", "INFO@EXAMPLE.COM"))
          .expectStatus(201)
          .expectJson("/username", "IRIS");

      client
          .post("/auth/register", account("iris", "other@example.com"))
          .expectStatus(400)
          .expectDetail("Username already registered");
      client
          .post("/auth/register", account("other", "info@example.com"))
          .expectStatus(400)
          .expectDetail("Email already registered");
      client
          .post("/auth/register", account("other", "\u0131nfo@example.com"))
          .expectStatus(422)
          .expectErrorsAt("/email");
      for (var name : new String[] {"iris", "Iris", "info@example.com", "Info@Example.Com"}) {
        client
            .post("/auth/token", form("username", name, "password", Accounts.PASSWORD))
            .expectStatus(200);
      }
    }
  }

  private static dev.portico.web.shared.TestRequest.Content account(String name, String email) {
    return json("username", name, "email", email, "password", Accounts.PASSWORD);
  }
}
