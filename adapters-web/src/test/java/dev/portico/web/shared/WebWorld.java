package dev.portico.web.shared;

import dev.portico.application.Fakes;
import dev.portico.application.Hexagon;
import dev.portico.application.Ports;
import dev.portico.application.access.port.AccessTokens;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.Users;
import dev.portico.web.access.AccessWeb;
import dev.portico.web.access.TokenForge;
import dev.portico.web.users.UsersWeb;
import java.net.URI;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

/** The web side as it is in production, over a hexagon whose stores are fakes. */
public final class WebWorld implements ServiceUnderTest {

  private static final byte[] SECRET = new byte[32];

  public final Fakes fakes = new Fakes();
  private final UnaryOperator<Ports> change;
  private final WebSettings settings;
  private final WebApplicationContext context;
  private final TestClient client;

  public WebWorld() {
    this("http://localhost:8000");
  }

  /**
   * A world of its own.
   *
   * @param more controllers beside the real ones
   */
  public WebWorld(String publicUrl, Class<?>... more) {
    this(publicUrl, ports -> ports, more);
  }

  /**
   * A world some of whose ports are others.
   *
   * @param change is given the fakes
   */
  public WebWorld(String publicUrl, UnaryOperator<Ports> change, Class<?>... more) {
    this.change = change;
    settings = new WebSettings(URI.create(publicUrl));
    var starting = new AnnotationConfigWebApplicationContext();
    starting.setServletContext(new MockServletContext());
    starting.register(SharedWeb.class, UsersWeb.class, AccessWeb.class);
    if (more.length > 0) {
      starting.register(more);
    }
    starting.addBeanFactoryPostProcessor(beans -> {
      beans.registerSingleton("settings", settings);
      beans.registerSingleton("requestSecret", new RequestSecret(SECRET));
      beans.registerSingleton("signingKeys", fakes.signingKeys);
      beans.registerSingleton("ids", fakes.ids);
      beans.registerSingleton("time", fakes.time);
    });
    starting.addBeanFactoryPostProcessor(beans ->
        ((DefaultListableBeanFactory) beans)
            .registerBeanDefinition(
                "hexagon",
                BeanDefinitionBuilder.genericBeanDefinition(Hexagon.class, () -> hexagon(beans))
                    .getBeanDefinition()));
    starting.refresh();
    context = starting;
    client = new DispatcherClient(context);
  }

  private Hexagon hexagon(BeanFactory beans) {
    var p = change.apply(fakes.ports());
    return Hexagon.over(
        new Ports(
            p.transactions(),
            p.ids(),
            p.time(),
            p.storageProbe(),
            p.idempotencyKeys(),
            p.users(),
            p.passwordHasher(),
            p.weakPasswords(),
            p.passwordRule(),
            beans.getBean(AccessTokens.class)));
  }

  /** The world of all tests that change nothing but what they put there themselves. */
  public static WebWorld shared() {
    return Shared.WORLD;
  }

  /** Made when first asked for. */
  private static final class Shared {
    static final WebWorld WORLD = new WebWorld();
  }

  public WebApplicationContext context() {
    return context;
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
  public PasswordHasher passwordHasher() {
    return fakes.passwordHasher;
  }

  @Override
  public TokenForge tokens() {
    return new TokenForge(
        fakes.signingKeys, settings.publicUrl().toString(), fakes.time, fakes.ids);
  }
}
