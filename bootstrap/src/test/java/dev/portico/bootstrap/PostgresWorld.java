package dev.portico.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Hexagon;
import dev.portico.application.WebhookRounds;
import dev.portico.application.access.port.AccessTokens;
import dev.portico.application.access.port.Sessions;
import dev.portico.application.access.port.SigningKeys;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.Users;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.User;
import dev.portico.persistence.shared.Clones;
import dev.portico.persistence.shared.Sandboxes;
import dev.portico.persistence.shared.TestDatabase;
import dev.portico.persistence.users.CheapHashes;
import dev.portico.testkit.PortOverrides;
import dev.portico.testkit.Rung;
import dev.portico.testkit.TestScope;
import dev.portico.testkit.TestTasks;
import dev.portico.testkit.TestTime;
import dev.portico.web.access.TokenForge;
import dev.portico.web.shared.ScopedClient;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.SocketClient;
import dev.portico.web.shared.TestClient;

/** The whole service for one test, on a sandbox or a clone of the test's own. */
final class PostgresWorld implements ServiceUnderTest {

  /** Of {@link #PASSWORD}: users come with it, and hashing it for each of them shows nothing. */
  private static final PasswordHash HASH =
      CheapHashes.hasher().hash(Password.parse(PASSWORD).orThrow());

  private final WholePortico service;
  private final TestScope scope;
  private final TestDatabase database;
  private final TestClient client;

  PostgresWorld(WholePortico service, String test, Rung asked) {
    this.service = service;
    var rung = asked == Rung.CLONE ? Rung.CLONE : Rung.SANDBOX;
    scope = TestScope.open(test, rung);
    database = rung == Rung.CLONE ? Clones.open() : Sandboxes.open();
    scope.put(TestDatabase.class, database);
    var time = scope.put(TestTime.class, new TestTime());
    scope.put(PortOverrides.class, new PortOverrides(scope));
    scope.atEnd(database::close);
    var costs = scope.put(RequestCosts.class, new RequestCosts(StatementBudget.shared()));
    scope.atEnd(costs::check);
    var tasks =
        scope.put(
            TestTasks.class,
            new TestTasks(
                scope,
                service.bean(Hexagon.class).runDueTask(),
                service.bean(TaskQueue.class),
                time));
    time.whenMoved(tasks::afterAnswer);
    client = new ScopedClient(new SocketClient(service.url()), scope);
  }

  @Override
  public TestScope scope() {
    return scope;
  }

  @Override
  public TestClient client() {
    return client;
  }

  @Override
  public Users users() {
    return service.bean(Users.class);
  }

  @Override
  public User add(User user) {
    assertThat(users().addIfFree(user, HASH)).isEqualTo(Users.Addition.ADDED);
    return user;
  }

  @Override
  public void deliverWebhooks() {
    try (var _ = scope.bind()) {
      WebhookRounds.run(service.bean(Hexagon.class));
    }
  }

  @Override
  public PasswordHasher passwordHasher() {
    return service.bean(PasswordHasher.class);
  }

  @Override
  public Sessions sessions() {
    return service.bean(Sessions.class);
  }

  @Override
  public AccessTokens accessTokens() {
    return service.bean(AccessTokens.class);
  }

  @Override
  public TokenForge tokens() {
    return new TokenForge(
        service.bean(SigningKeys.class),
        PorticoOnTestDatabase.PUBLIC_URL,
        time(),
        service.bean(IdGenerator.class),
        this::beginSession);
  }

  @Override
  public String failed() {
    database.keep();
    return database.advice().orElse("");
  }
}
