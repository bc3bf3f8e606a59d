package dev.portico.bootstrap;

import static dev.portico.web.shared.TestRequest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Hexagon;
import dev.portico.application.shared.RunDueTask;
import dev.portico.domain.shared.TaskLane;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.SocketClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The mailbox of a service that has no mail server, for whoever tries it out. */
@Timeout(180)
class MailboxSystemTest {

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();

  private HttpResponse<String> get(RunningPortico running, String path)
      throws IOException, InterruptedException {
    return get(running, path, "text/html");
  }

  private HttpResponse<String> get(RunningPortico running, String path, String accept)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(running.localUrl().resolve(path)).header("Accept", accept).build();
    return http.send(request, BodyHandlers.ofString());
  }

  private JsonNode items(RunningPortico running) throws IOException, InterruptedException {
    return json.readTree(get(running, "/dev/mailbox", "application/json").body()).get("items");
  }

  private static void register(RunningPortico running, String name, String... headers) {
    new SocketClient(running.localUrl())
        .post(
            "/users/",
            json(
                "username",
                name,
                "email",
                name + "@example.com",
                "full_name",
                "<img src=x>",
                "password",
                "correct horse battery"),
            headers)
        .expectStatus(201);
    assertThat(
            running
                .context()
                .getBean(Hexagon.class)
                .runDueTask()
                .handle(new RunDueTask.Command(TaskLane.MAIL)))
        .isInstanceOf(RunDueTask.Outcome.Ran.class);
  }

  @Test
  @DisplayName("HT-6, EM-3: showsMailsThatNoRequestHasAWordIn")
  void showsMailsThatNoRequestHasAWordIn() throws Exception {
    try (var running = PorticoOnTestDatabase.start(Map.of("DEBUG", "true"))) {
      assertThat(get(running, "/dev/mailbox").body()).contains("No mail was sent yet.");
      var first = ServiceUnderTest.uniqueName();
      var second = ServiceUnderTest.uniqueName();
      register(running, first);
      register(
          running,
          second,
          "X-Forwarded-Host",
          "evil.example",
          "X-Forwarded-Proto",
          "gopher",
          "Forwarded",
          "host=evil.example;proto=gopher");

      var items = items(running);
      assertThat(items.size()).isEqualTo(2);
      assertThat(items.at("/0/to").stringValue()).isEqualTo(second + "@example.com");
      assertThat(items.at("/0/text").stringValue()).contains("Hello " + second);
      assertThat(items.at("/1/to").stringValue()).isEqualTo(first + "@example.com");
      assertThat(items.toString()).doesNotContain("evil", "gopher", "<img", "localhost");

      var list = get(running, "/dev/mailbox");
      assertThat(list.body()).contains(first, second, "Welcome to Portico");
      assertThat(list.headers().firstValue("Cache-Control")).contains("no-store");

      var path = "/dev/mailbox/" + items.at("/0/id").stringValue();
      assertThat(get(running, path).body())
          .contains("<pre>Hello " + second, "<iframe sandbox title");
      var html = get(running, path + "/html");
      assertThat(html.body()).isEqualTo(items.at("/0/html").stringValue());
      assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "frame-ancestors 'self'", "sandbox")
          .doesNotContain("script", "allow-");
      assertThat(get(running, "/dev/mailbox/x").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void isNotThereBesideAMailServer() throws Exception {
    var settings =
        Map.of("DEBUG", "true", "SMTP_URL", "smtp://127.0.0.1:1", "MAIL_FROM", "a@portico.example");
    try (var running = PorticoOnTestDatabase.start(settings)) {
      assertThat(get(running, "/dev/mailbox").statusCode()).isEqualTo(404);
      assertThat(get(running, "/dev/mailbox", "application/json").statusCode()).isEqualTo(404);
    }
  }
}
