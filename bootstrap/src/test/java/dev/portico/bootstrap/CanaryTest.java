package dev.portico.bootstrap;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.form;
import static dev.portico.web.shared.TestRequest.json;
import static dev.portico.web.shared.TestRequest.rawJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.TestPostgres;
import dev.portico.web.notifications.RecordingSmtpServer;
import dev.portico.web.shared.SocketClient;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestRequest;
import dev.portico.web.shared.TestRequest.Content;
import dev.portico.web.shared.TestResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every secret that passes through a running service is a canary: none of them may be found in its
 * log at DEBUG, in what it answers when it refuses something, or in what rests in its database.
 */
@Timeout(600)
class CanaryTest {

  private static final Pattern CODE =
      Pattern.compile("/reset-password#token=(pc_[A-Za-z0-9_-]{43})");

  @TempDir private Path folder;

  private final DatabaseUrl database = TestPostgres.database();
  private final String name = uniqueName();
  private final String email = name + "@example.com";
  private final String password = "canary password " + uniqueName();
  private final String second = "canary second " + uniqueName();
  private final String third = "canary third " + uniqueName();
  private final String smtpPassword = "canary-smtp-" + uniqueName();
  private final String key = "canary-key-" + uniqueName();
  private final List<String> secrets =
      new ArrayList<>(List.of(password, second, third, smtpPassword, key));
  private final List<String> refusals = new ArrayList<>();

  /** The mail server turns our login away until it is told otherwise. */
  private final Map<String, String> mailServer =
      new ConcurrentHashMap<>(
          Map.of("EHLO", "250-here\r\n250 AUTH PLAIN", "AUTH", "535 5.7.8 not with that password"));

  @Test
  @DisplayName("LG-1: areNowhereToBeFound")
  void areNowhereToBeFound() throws Exception {
    var door = TlsDoor.in(folder);
    try (var smtp = new RecordingSmtpServer(door.open(), mailServer);
        var portico = PorticoProcess.start(folder, environment(door, smtp.port()))) {
      var client = new SocketClient(portico.awaitReady());
      register(client);
      portico.awaitOutput("failed and is tried again");
      mailServer.put("AUTH", "235 welcome");
      var tokens = signIn(client);
      var cookies = signInByCookie(client);
      exchange(client, tokens, cookies);
      reset(client, portico, smtp);
      change(client);
      // Of the session that ended, the reset and the change.
      portico.awaitOutput("(?s)(notice-mail[^\\n]* is done.*){3}");

      assertThat(smtp.commands("AUTH PLAIN")).isNotEmpty();
      smtp.commands("AUTH PLAIN").forEach(line -> secrets.add(line.replace("C AUTH PLAIN ", "")));
      assertThat(portico.output())
          .contains("POST /auth/token 200", "a refresh token of it was shown again")
          .doesNotContain(secrets);
    }
    assertThat(refusals).hasSizeGreaterThan(15);
    assertThat(String.join("\n", refusals)).doesNotContain(secrets);
    assertThat(rowsOf("tasks")).doesNotContain("reset-mail", "notice-mail");
    assertThat(rowsOf("users")).contains(email);
    assertThat(tables()).contains("users", "sessions", "one_time_codes", "idempotency_keys");
    for (var table : tables()) {
      assertThat(rowsOf(table)).as(table).doesNotContain(secrets);
    }
  }

  private Map<String, String> environment(TlsDoor door, int smtpPort) {
    var environment = new HashMap<>(PorticoOnTestDatabase.environment(database));
    environment.put("DEBUG", "true");
    environment.put("LOG_FORMAT", "text");
    environment.put(
        "SMTP_URL", "smtps://portico:%s@127.0.0.1:%d".formatted(smtpPassword, smtpPort));
    environment.put("MAIL_FROM", "portico@portico.example");
    environment.put("JAVA_TOOL_OPTIONS", door.trustedBy());
    return environment;
  }

  private void register(TestClient client) {
    var good = json("username", name, "email", email, "password", password);
    client.post("/users/", good, "Idempotency-Key", key).expectStatus(201);
    client.post("/users/", good, "Idempotency-Key", key).expectStatus(201);
    var other = json("username", name + "2", "email", email, "password", password);
    refused(422, client.post("/users/", other, "Idempotency-Key", key));
    refused(400, client.post("/auth/register", good, "Idempotency-Key", key + "2"));
    refused(422, client.post("/auth/register", json("password", List.of(password))));
    refused(400, client.post("/auth/register", rawJson("{\"password\":\"" + password)));
    refused(415, client.post("/auth/register", form("password", password)));
    refused(400, client.post("/auth/register", good, "Idempotency-Key", key + " \"x"));
  }

  private TestResponse signIn(TestClient client) {
    refused(401, client.post("/auth/token", form("username", name, "password", password + "x")));
    refused(401, client.post("/auth/token", form("username", password, "password", password)));
    var tokens = client.post("/auth/token", form("username", name, "password", password));
    keep(tokens.expectStatus(200));
    var access = tokens.text("/access_token");
    client.get("/users/me", bearer(access)).expectStatus(200);
    refused(401, client.get("/users/me", bearer(access + "x")));
    refused(400, client.get("/users/me?access_token=" + access, bearer(access)));
    refused(404, client.get("/nowhere", bearer(access)));
    return tokens;
  }

  private void keep(TestResponse tokens) {
    secrets.add(tokens.text("/access_token"));
    secrets.add(tokens.text("/refresh_token"));
  }

  private TestResponse signInByCookie(TestClient client) {
    var signedIn =
        client
            .post(
                "/auth/token/cookie",
                form("username", name, "password", password),
                "Sec-Fetch-Site",
                "same-origin")
            .expectStatus(200);
    keepCookies(signedIn);
    client
        .get(
            "/protected/cookie",
            "Cookie",
            "access_token=" + signedIn.cookie("access_token").orElseThrow())
        .expectStatus(200);
    return signedIn;
  }

  private void keepCookies(TestResponse answer) {
    secrets.add(answer.cookie("access_token").orElseThrow());
    secrets.add(answer.cookie("refresh_token").orElseThrow());
  }

  /** The first of three tokens is shown again: its session ends, and a notice is owed. */
  private void exchange(TestClient client, TestResponse tokens, TestResponse cookies) {
    var first = tokens.text("/refresh_token");
    var next = client.post("/auth/token", refreshing(first)).expectStatus(200);
    keep(next);
    keep(client.post("/auth/token", refreshing(next.text("/refresh_token"))).expectStatus(200));
    refused(400, client.post("/auth/token", refreshing(first)));
    refused(400, client.post("/auth/token", refreshing(first + "x")));
    var refresh = "refresh_token=" + cookies.cookie("refresh_token").orElseThrow();
    var page = client.with("Cookie", refresh, "Sec-Fetch-Site", "same-origin");
    keepCookies(page.send("POST", "/auth/token/cookie/refresh").expectStatus(200));
    refused(
        400,
        client.send(
            "POST",
            "/auth/token/cookie/refresh",
            "Cookie",
            refresh + "x",
            "Sec-Fetch-Site",
            "same-origin"));
  }

  private static Content refreshing(String token) {
    return form("grant_type", "refresh_token", "refresh_token", token);
  }

  private void reset(TestClient client, PorticoProcess portico, RecordingSmtpServer smtp) {
    client.post("/auth/password/forgot", json("email", email)).expectStatus(202);
    var code = codeIn(portico, smtp);
    secrets.add(code);
    refused(
        400,
        client.post("/auth/password/reset", json("token", code + "x", "new_password", second)));
    refused(422, client.post("/auth/password/reset", json("token", code, "new_password", name)));
    refused(400, client.post("/auth/email/verify", json("token", code)));
    client
        .post("/auth/password/reset", json("token", code, "new_password", second))
        .expectStatus(204);
    refused(400, client.post("/auth/password/reset", json("token", code, "new_password", second)));
  }

  /** From the mail on the wire, whose lines are in quoted-printable. */
  private static String codeIn(PorticoProcess portico, RecordingSmtpServer smtp) {
    portico.awaitOutput("reset-mail[^\n]* is done");
    var text =
        smtp.lines().stream()
            .filter(line -> line.startsWith("D "))
            .map(line -> line.substring(2))
            .collect(Collectors.joining("\n"))
            .replace("=\n", "")
            .replace("=3D", "=");
    var code = CODE.matcher(text);
    assertThat(code.find()).as(text).isTrue();
    return code.group(1);
  }

  private void change(TestClient client) {
    var tokens = client.post("/auth/token", form("username", name, "password", second));
    keep(tokens.expectStatus(200));
    var own = bearer(tokens.text("/access_token"));
    refused(400, put(client, json("current_password", password, "new_password", third), own));
    refused(
        422, put(client, json("current_password", second, "new_password", List.of(third)), own));
    put(client, json("current_password", second, "new_password", third), own).expectStatus(204);
    var wanted = json("email", "new-" + email, "current_password", second);
    refused(400, client.send(TestRequest.of("PATCH", "/users/me").with(wanted).with(List.of(own))));
  }

  private static TestResponse put(TestClient client, Content body, String... headers) {
    return client.send(
        TestRequest.of("PUT", "/users/me/password").with(body).with(List.of(headers)));
  }

  private void refused(int status, TestResponse answer) {
    answer.expectStatus(status);
    refusals.add(answer.headers() + "\n" + answer.body());
  }

  private List<String> tables() throws SQLException {
    return rows(
        "select relname from pg_class where relnamespace = to_regnamespace('public')"
            + " and relkind = 'r'");
  }

  private String rowsOf(String table) throws SQLException {
    return String.join("\n", rows("select t::text from " + table + " t"));
  }

  private List<String> rows(String query) throws SQLException {
    try (var connection = TestPostgres.connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
