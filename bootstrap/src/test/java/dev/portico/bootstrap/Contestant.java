package dev.portico.bootstrap;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A service that is measured: where it listens, whose time counts, and what is asked of it. */
final class Contestant {

  static final String REFRESH = "refresh";

  private final String name;
  private final URI url;
  private final List<Long> pids;
  private final String login;
  private String bearer = "";
  private String cookie = "";
  private String id = "";
  private final String user = unique();
  private final String signer = unique();

  /**
   * @param pids of the service and its database; descendants count as well
   * @param login the route that takes the form of a name and a password
   */
  Contestant(String name, URI url, List<Long> pids, String login) {
    this.name = name;
    this.url = url;
    this.pids = List.copyOf(pids);
    this.login = login;
  }

  String name() {
    return name;
  }

  URI url() {
    return url;
  }

  ProcessTimes times() {
    return ProcessTimes.of(pids);
  }

  /** Registers the one who asks, signs in, and leaves fifty items to be listed. */
  void prepare() throws IOException {
    try (var connection = new LoadConnection(url)) {
      id = member(good(connection.ask(registration(user))), "id");
      bearer =
          "Authorization: Bearer " + member(good(connection.ask(signIn(user))), "access_token");
      var _ = good(connection.ask(registration(signer)));
      var cookies = connection.ask(form(login + "/cookie", credentials(user))).head();
      var found =
          Pattern.compile("(?i)\nset-cookie: *([^=;]*access_token=[^;\n]*)").matcher(cookies);
      cookie = found.find() ? "Cookie: " + found.group(1) : "";
      for (int i = 0; i < 50; i++) {
        connection.ask(json("/items/", "{\"title\":\"Item " + i + "\",\"name\":\"Item\"}"));
      }
    }
  }

  /** What is asked, by the route's name, but for refreshing, which depends on the last answer. */
  Map<String, Supplier<byte[]>> reads() {
    var routes = new LinkedHashMap<String, Supplier<byte[]>>();
    routes.put("GET /", same(get("/", "")));
    routes.put("GET /users/me, bearer", same(get("/users/me", bearer)));
    routes.put("GET /users/me, cookie", same(get("/users/me", cookie)));
    routes.put("GET /users/{id}", same(get("/users/" + id, "")));
    routes.put("GET /items/?limit=20", same(get("/items/?limit=20", "")));
    return routes;
  }

  /** The writes that hash nothing. */
  Map<String, Supplier<byte[]>> writes() {
    var routes = new LinkedHashMap<String, Supplier<byte[]>>();
    routes.put("increment", same(json("/counters/bench/increment", "{\"by\":1}")));
    routes.put("event", same(json("/events/", "{\"name\":\"Bench\"}")));
    routes.put("payment", () -> json("/payments/", "{\"amount\":100,\"currency\":\"USD\"}"));
    return routes;
  }

  /** Those that hash a password. */
  Map<String, Supplier<byte[]>> hashing() {
    var routes = new LinkedHashMap<String, Supplier<byte[]>>();
    routes.put("register", () -> registration(unique()));
    routes.put("token", this::signIn);
    return routes;
  }

  /** By another than the one who asks, whose session would be the oldest of too many. */
  byte[] signIn() {
    return signIn(signer);
  }

  private byte[] signIn(String name) {
    return form(login, credentials(name));
  }

  byte[] refresh(String token) {
    return form(login, "grant_type=refresh_token&refresh_token=" + encoded(token));
  }

  static String member(LoadConnection.Answer answer, String name) {
    var found = Pattern.compile("\"" + name + "\" *: *\"?([^\",}]*)").matcher(answer.body());
    return found.find() ? found.group(1) : "";
  }

  private static LoadConnection.Answer good(LoadConnection.Answer answer) throws IOException {
    if (answer.status() / 100 != 2) {
      throw new IOException(answer.toString());
    }
    return answer;
  }

  private static String unique() {
    return "bench" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
  }

  private static String credentials(String name) {
    return "username=" + name + "&password=" + encoded(Accounts.PASSWORD);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private byte[] registration(String name) {
    return json(
        "/auth/register",
        "{\"username\":\"%s\",\"email\":\"%s@example.com\",\"password\":\"%s\",\"full_name\":\"A B\"}"
            .formatted(name, name, Accounts.PASSWORD));
  }

  private static Supplier<byte[]> same(byte[] request) {
    return () -> request;
  }

  private byte[] get(String path, String credentials) {
    return request("GET " + path, credentials.isEmpty() ? List.of() : List.of(credentials), "");
  }

  private byte[] json(String path, String body) {
    var headers = new ArrayList<>(List.of("Content-Type: application/json"));
    headers.add("Idempotency-Key: " + UUID.randomUUID());
    if (!bearer.isEmpty()) {
      headers.add(bearer);
    }
    return request("POST " + path, headers, body);
  }

  private byte[] form(String path, String body) {
    return request(
        "POST " + path, List.of("Content-Type: application/x-www-form-urlencoded"), body);
  }

  private byte[] request(String line, List<String> headers, String body) {
    var text = new StringBuilder(line + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\n");
    headers.forEach(header -> text.append(header).append("\r\n"));
    if (!body.isEmpty()) {
      text.append("Content-Length: ").append(body.length()).append("\r\n");
    }
    return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.US_ASCII);
  }
}
