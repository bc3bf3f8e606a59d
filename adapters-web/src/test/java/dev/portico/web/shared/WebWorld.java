package dev.portico.web.shared;

import dev.portico.application.Fakes;
import dev.portico.application.Hexagon;
import dev.portico.application.Ports;
import dev.portico.application.WebhookRounds;
import dev.portico.application.access.port.AccessTokens;
import dev.portico.application.access.port.Sessions;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.Users;
import dev.portico.testkit.PortOverrides;
import dev.portico.testkit.Rung;
import dev.portico.testkit.TestScope;
import dev.portico.testkit.TestTasks;
import dev.portico.testkit.TestTime;
import dev.portico.web.access.TokenForge;
import org.springframework.web.context.WebApplicationContext;

/** The service for one test, in process: its stores are fakes of the test's own. */
public final class WebWorld implements ServiceUnderTest {

  private static final String LOCALHOST = "http://localhost:8000";

  public final Fakes fakes = new Fakes();
  private final WebSide service;
  private final TestScope scope;
  private final TestClient client;

  public WebWorld() {
    this("a world of fakes", WebSide.at(LOCALHOST));
  }

  /** At another public address. */
  public WebWorld(String publicUrl) {
    this("a world at " + publicUrl, WebSide.at(publicUrl));
  }

  WebWorld(String test, WebSide service) {
    this.service = service;
    scope = TestScope.open(test, Rung.FAKE);
    scope.put(Ports.class, fakes.ports());
    scope.put(TestTime.class, fakes.time);
    scope.put(PortOverrides.class, new PortOverrides(scope));
    var tasks =
        scope.put(
            TestTasks.class,
            new TestTasks(
                scope,
                service.context().getBean(Hexagon.class).runDueTask(),
                fakes.taskQueue,
                fakes.time));
    fakes.time.whenMoved(tasks::afterAnswer);
    client = service.client(scope);
  }

  /** For a test of this name. */
  static WebWorld of(String test) {
    return new WebWorld(test, WebSide.at(LOCALHOST));
  }

  /** With a web side of its own, for a test that changes it. */
  public static WebWorld alone() {
    return new WebWorld("a world alone", WebSide.alone(LOCALHOST));
  }

  public WebApplicationContext context() {
    return service.context();
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
    return fakes.users;
  }

  @Override
  public void deliverWebhooks() {
    try (var _ = scope.bind()) {
      WebhookRounds.run(service.context().getBean(Hexagon.class));
    }
  }

  @Override
  public PasswordHasher passwordHasher() {
    return fakes.passwordHasher;
  }

  @Override
  public Sessions sessions() {
    return fakes.sessions;
  }

  @Override
  public AccessTokens accessTokens() {
    return service.context().getBean(AccessTokens.class);
  }

  @Override
  public TokenForge tokens() {
    return new TokenForge(
        service.signingKeys(), service.publicUrl(), fakes.time, fakes.ids, this::beginSession);
  }
}
