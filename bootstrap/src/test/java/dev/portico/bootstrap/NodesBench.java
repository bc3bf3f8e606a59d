package dev.portico.bootstrap;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.TestRequest.form;
import static dev.portico.web.shared.TestRequest.json;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.TestPostgres;
import dev.portico.web.shared.SocketClient;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.TestResponse;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Counts what two packaged services on one database make of the same thing asked of both at once.
 * Not a test: {@code ./portico bench-nodes} runs it and prints. What must never happen is held by
 * {@link SessionNodesTest} and its like, in fewer rounds.
 */
@Isolated
@Timeout(900)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodesBench {

  private static final int ROUNDS = Integer.getInteger("portico.rounds", 100);
  private static final long POLL_NANOS = 20_000_000;
  private static final long PATIENCE_NANOS = 30_000_000_000L;
  private static final int WRONG_GUESSES = 200;

  private final GreenMail mails =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final DatabaseUrl database = TestPostgres.database();
  private final List<PorticoProcess> nodes = new ArrayList<>();
  private final List<TestClient> clients = new ArrayList<>();

  @BeforeAll
  void start(@TempDir Path folder) {
    mails.start();
    var environment = new HashMap<>(PorticoOnTestDatabase.environment(database));
    environment.put("SMTP_URL", "smtp://127.0.0.1:" + mails.getSmtp().getPort());
    environment.put("MAIL_FROM", "portico@portico.example");
    for (int i = 0; i < 2; i++) {
      var node = PorticoProcess.startPackaged(folder, environment);
      nodes.add(node);
      clients.add(new SocketClient(node.awaitReady()));
    }
  }

  @AfterAll
  void stop() {
    nodes.forEach(PorticoProcess::close);
    mails.stop();
  }

  private TestClient at(int number) {
    return clients.get(number % clients.size());
  }

  private long count(String query) {
    try (var connection = TestPostgres.connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  private static Map<Integer, Long> statuses(List<TestResponse> answers) {
    return new TreeMap<>(answers.stream().collect(groupingBy(TestResponse::status, counting())));
  }

  private TestResponse signIn(int node, String name, String password) {
    return at(node).post("/auth/token", form("username", name, "password", password));
  }

  private static TestResponse refresh(TestClient client, String token) {
    return client.post("/auth/token", form("grant_type", "refresh_token", "refresh_token", token));
  }

  /** RF-2. */
  @Test
  void refreshesOnce() {
    Accounts.registerAndSignIn(at(0), "refresher");
    var token = signIn(0, "refresher", Accounts.PASSWORD).text("/refresh_token");
    var all = new TreeMap<Integer, Long>();
    int more = 0;
    for (int round = 0; round < ROUNDS; round++) {
      var asked = token;
      var answers = AtOnce.ask(50, i -> refresh(at(i), asked));
      statuses(answers).forEach((status, times) -> all.merge(status, times, Long::sum));
      var successors = new HashSet<String>();
      answers.stream()
          .filter(answer -> answer.status() == 200)
          .forEach(answer -> successors.add(answer.text("/refresh_token")));
      more += successors.size() - 1;
      token = successors.iterator().next();
    }
    System.out.printf(
        "Nodes: %d rounds of 50 refreshes with one token: %d rotations, %d successors too many,"
            + " answers %s%n",
        ROUNDS, count("select max(number) from sessions"), more, all);
  }

  /** RF-7: the longest of twenty times, from the answer to the end on the other node. */
  @Test
  void endsOnTheOtherNode() {
    long token = 0;
    long socket = 0;
    for (int i = 0; i < 20; i++) {
      var name = "leaver" + i;
      var access = Accounts.registerAndSignIn(at(0), name);
      at(1).get("/users/me", bearer(access)).expectStatus(200);
      try (var chat = at(1).websocket("/ws/chat?room=" + name, bearer(access))) {
        at(0).send("POST", "/auth/logout", bearer(access)).expectStatus(204);
        long begin = System.nanoTime();
        await(() -> at(1).get("/users/me", bearer(access)).status() == 401);
        token = Math.max(token, System.nanoTime() - begin);
        chat.expectClose(1008, Duration.ofSeconds(10));
        socket = Math.max(socket, System.nanoTime() - begin);
      }
    }
    System.out.printf(
        "Nodes: after a sign-out on one, the other refuses the token after %d ms at most, its"
            + " socket is closed after %d ms at most (20 times)%n",
        token / 1_000_000, socket / 1_000_000);
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not in time");
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  /** Other tests register people too, whose mails may come late. */
  private static boolean isForTheRacer(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString().equalsIgnoreCase("racer@example.com");
    } catch (MessagingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** F23: one address, written in many ways. */
  @Test
  void registersOnce() {
    var local = "racer";
    var spellings =
        List.of("racer@example.com", "RACER@EXAMPLE.COM", "Racer@Example.com", "racer@exAmple.com");
    var answers =
        AtOnce.ask(
            100,
            i ->
                at(i)
                    .post(
                        "/auth/register",
                        json(
                            "username",
                            local + (i % 3 == 0 ? "" : i),
                            "email",
                            spellings.get(i % spellings.size()),
                            "password",
                            Accounts.PASSWORD)));
    await(() -> count("select count(*) from tasks where kind = 'welcome-mail'") == 0);
    System.out.printf(
        "Nodes: 100 registrations of one address, written in four ways: answers %s, %d accounts,"
            + " %d mails%n",
        statuses(answers),
        count("select count(*) from users where lower(email) = 'racer@example.com'"),
        Stream.of(mails.getReceivedMessages()).filter(NodesBench::isForTheRacer).count());
  }

  /** F24: one counter for all. */
  @Test
  void countsAll() {
    var access = Accounts.registerAndSignIn(at(0), "counter");
    var answers =
        AtOnce.ask(200, i -> at(i).post("/counters/nodes/increment", json(), bearer(access)));
    System.out.printf(
        "Nodes: 200 increments at once: answers %s, the counter is at %s%n",
        statuses(answers), at(1).get("/counters/nodes", bearer(access)).json().at("/value"));
  }

  /** TH-5. A guess that is looked at at all is answered 401. */
  @Test
  void looksAtFewGuesses() {
    Accounts.registerAndSignIn(at(0), "guessed");
    var answers = AtOnce.ask(WRONG_GUESSES, i -> signIn(i, "guessed", "wrong horse " + i));
    System.out.printf(
        "Nodes: %d wrong guesses at once, ten allowed: answers %s%n",
        WRONG_GUESSES, statuses(answers));
    System.out.printf(
        "Nodes: the right password then: %s%n",
        IntStream.range(0, 2)
            .mapToObj(i -> signIn(i, "guessed", Accounts.PASSWORD).status())
            .toList());
  }
}
