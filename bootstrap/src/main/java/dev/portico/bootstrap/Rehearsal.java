package dev.portico.bootstrap;

import dev.portico.bootstrap.PlainHttp.Answer;
import dev.portico.persistence.shared.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A short life of the service, for the JVM to learn from: it starts on a database of its own, is
 * asked what people ask most, and ends. With {@code -XX:AOTCacheOutput=FILE} the JVM keeps what it
 * has loaded, linked and counted meanwhile, and later starts begin with that.
 */
final class Rehearsal {

  static final String NAME = "rehearse";

  /** The database that one rehearsal has up for the next, which is another process. */
  private static final String STARTED_DATABASE = "REHEARSAL_DATABASE_URL";

  /** Of a database that is gone within a minute. */
  private static final String SECRET = "nobody's secret: what it seals is thrown away at once";

  private static final int ROUNDS = 20;
  private static final String PASSWORD = "correct horse battery";
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\\s*\"([^\"]+)\"");

  private final PlainHttp client;

  private Rehearsal(PlainHttp client) {
    this.client = client;
  }

  /**
   * Starts, is asked, and ends; settings of the machine do not count. The database is an embedded
   * one in the folder.
   *
   * <p>With a program named behind the folder, the database stays up after that, and the program is
   * run: a rehearsal in the same folder, from which the JVM learns. It finds the tables made, as
   * most starts do, and a server that it need not start. The classes that unpack one are of a
   * sealed jar, and with one of those in the cache a JVM does not start in another folder.
   *
   * @param arguments the command, the folder of the database, which stays, and perhaps a program
   *     with its arguments
   * @throws StartRefused if there is no such folder, or the program fails
   * @throws IllegalStateException if an answer is not what it should be
   */
  static void run(Map<String, String> environment, List<String> arguments) {
    if (arguments.size() < 2) {
      throw new StartRefused("Name the folder to rehearse in, as in: rehearse /tmp/rehearsal");
    }
    var folder = arguments.get(1);
    var database = Optional.ofNullable(environment.get(STARTED_DATABASE));
    rehearse(folder, database);
    if (arguments.size() > 2) {
      run(arguments.subList(2, arguments.size()), Path.of(folder));
    }
  }

  private static void run(List<String> program, Path folder) {
    try (var database = EmbeddedDatabase.start(folder)) {
      var builder = new ProcessBuilder(program).inheritIO();
      builder.environment().put(STARTED_DATABASE, database.url().withCredentials());
      int code = builder.start().waitFor();
      if (code != 0) {
        throw new StartRefused("The rehearsal ended with " + code + ".");
      }
    } catch (IOException failure) {
      throw new StartRefused("The rehearsal did not begin: " + failure.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new StartRefused("The rehearsal was stopped.");
    }
  }

  private static void rehearse(String folder, Optional<String> database) {
    var given =
        new ArrayList<>(List.of("--port=0", "--log-format=json", "--data-folder=" + folder));
    given.add("--secret-key=" + SECRET);
    database.ifPresent(url -> given.add("--database-url=" + url));
    var settings = Settings.of(RawSettings.collect(Map.of(), Map.of(), given));
    Logging.configure(settings);
    try (var service = RunningPortico.start(settings, _ -> {})) {
      new Rehearsal(new PlainHttp(service.localUrl().getPort())).askAround();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void askAround() throws IOException {
    for (int i = 0; i < ROUNDS; i++) {
      expect(200, client.get("/health"));
      var name = "actor-%d-%d".formatted(ProcessHandle.current().pid(), i);
      expect(201, client.post("/auth/register", JSON, account(name)));
      var form = "username=" + name + "&password=" + PASSWORD.replace(' ', '+');
      var bearer = bearer(expect(200, client.post("/auth/token", FORM, form)));
      read(bearer);
      write(bearer, i);
      expect(401, client.post("/auth/token", FORM, form + "x"));
      expect(401, client.get("/users/me"));
      expect(404, client.get("/nowhere"));
    }
  }

  private static String account(String name) {
    return "{\"username\":\"%1$s\",\"email\":\"%1$s@example.com\",\"password\":\"%2$s\"}"
        .formatted(name, PASSWORD);
  }

  private static String bearer(Answer answer) {
    var token = TOKEN.matcher(answer.text());
    if (!token.find()) {
      throw new IllegalStateException("no token");
    }
    return "Authorization: Bearer " + token.group(1);
  }

  private void read(String bearer) throws IOException {
    for (var path :
        List.of(
            "/",
            "/users/me",
            "/users/?limit=20",
            "/users/me/sessions/",
            "/items/",
            "/events/",
            "/payments/",
            "/webhooks/",
            "/api/data",
            "/expensive-query",
            "/chat/lobby/messages")) {
      expect(200, client.get(path, bearer));
    }
  }

  private void write(String bearer, int round) throws IOException {
    expect(201, client.post("/items/", JSON, "{\"title\":\"Desk lamp\"}", bearer));
    expect(201, client.post("/events/", JSON, "{\"name\":\"rehearsed\"}", bearer));
    expect(200, client.post("/counters/rehearsals/increment", JSON, "{}", bearer));
    var key = "Idempotency-Key: k-" + round;
    var payment = "{\"amount\":\"19.90\",\"currency\":\"EUR\"}";
    expect(200, client.post("/payments/", JSON, payment, bearer, key));
  }

  private static Answer expect(int status, Answer answer) {
    if (answer.status() != status) {
      throw new IllegalStateException(
          "%d instead of %d:%s".formatted(answer.status(), status, answer.text()));
    }
    return answer;
  }
}
