package dev.portico.bootstrap;

import static dev.portico.web.shared.ServiceUnderTest.bearer;
import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.access.KeySchedule;
import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.TestPostgres;
import dev.portico.testkit.TestTime;
import dev.portico.web.shared.SocketClient;
import dev.portico.web.shared.TestClient;
import dev.portico.web.shared.Upkeep;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** JW-12: the signing key changes under two nodes that work on one database. */
@Timeout(180)
class KeyRotationTest {

  private static final int CLIENTS = 6;
  private static final int REQUESTS_A_STEP = 60;

  private final TestTime time = new TestTime();
  private final Settings settings = settings(TestPostgres.database());
  private final RunningPortico one = start();
  private final RunningPortico two = start();
  private final TestClient atOne = new SocketClient(one.localUrl());
  private final TestClient atTwo = new SocketClient(two.localUrl());
  private final String name = uniqueName();

  private static Settings settings(DatabaseUrl database) {
    return Settings.of(
        RawSettings.collect(PorticoOnTestDatabase.environment(database), Map.of(), List.of()));
  }

  /** The world with the test's time. */
  private final class World extends Outside {
    @Override
    InstantSource time() {
      return time;
    }
  }

  private RunningPortico start() {
    return RunningPortico.startWithoutTasks(settings, _ -> {}, new World());
  }

  @AfterEach
  void stop() {
    one.close();
    two.close();
  }

  private static void lookAfterKeys(RunningPortico node) {
    node.context().getBean("keyUpkeep", Upkeep.class).round().run();
  }

  private static String keyOf(String token) {
    var header = Base64.getUrlDecoder().decode(token.split("\\.", 2)[0]);
    return new String(header, StandardCharsets.UTF_8)
        .replaceFirst(".*\"kid\":\"([^\"]+)\".*", "$1");
  }

  @Test
  void refusesNoRequestWhileTheKeyChanges() {
    var first = Accounts.registerAndSignIn(atOne, name);
    time.advance(KeySchedule.DEFAULT.signing().minus(KeySchedule.NOTICE));
    var token = new AtomicReference<>(Accounts.signIn(atOne, name));
    var load = new Load(token);

    try (load) {
      for (int step = 0; step < 20; step++) {
        // One node changes keys; the other finds out by itself.
        lookAfterKeys(one);
        token.set(Accounts.signIn(step % 2 == 0 ? atTwo : atOne, name));
        load.awaitRequests();
        time.advance(Duration.ofMinutes(1));
      }
    }

    assertThat(load.failures).isEmpty();
    assertThat(keyOf(token.get())).isNotEqualTo(keyOf(first));
    assertThat(atTwo.get("/.well-known/jwks.json").body())
        .contains(keyOf(first), keyOf(token.get()));

    time.advance(Duration.ofMinutes(30));
    lookAfterKeys(one);
    assertThat(atOne.get("/.well-known/jwks.json").body())
        .doesNotContain(keyOf(first))
        .contains(keyOf(token.get()));
  }

  /** Clients that ask both nodes who they are, over and over. */
  private final class Load implements AutoCloseable {

    private final AtomicReference<String> token;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Semaphore answered = new Semaphore(0);
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Load(AtomicReference<String> token) {
      this.token = token;
      for (int i = 0; i < CLIENTS; i++) {
        var client = i % 2 == 0 ? atOne : atTwo;
        var _ = threads.submit(() -> work(client));
      }
    }

    private void work(TestClient client) {
      while (!over.get()) {
        try {
          Accounts.assertRecognised(client, name, token.get());
        } catch (RuntimeException | Error failure) {
          failures.add(failure);
        }
        answered.release();
      }
    }

    void awaitRequests() {
      answered.acquireUninterruptibly(REQUESTS_A_STEP);
    }

    @Override
    public void close() {
      over.set(true);
      threads.close();
    }
  }

  @Test
  void endsEveryTokenByCommand() {
    var stolen = Accounts.registerAndSignIn(atOne, name);
    Accounts.assertRecognised(atTwo, name, stolen);

    var said = new ByteArrayOutputStream();
    KeyWithdrawal.run(settings, new World(), new PrintStream(said, true, StandardCharsets.UTF_8));
    time.advance(KeySchedule.SHORT_NOTICE);

    atOne.get("/users/me", bearer(stolen)).expectStatus(401);
    atTwo.get("/users/me", bearer(stolen)).expectStatus(401);
    var fresh = Accounts.signIn(atOne, name);
    Accounts.assertRecognised(atTwo, name, fresh);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .startsWith("From " + time.instant() + " on, key " + keyOf(fresh) + " signs");
  }
}
