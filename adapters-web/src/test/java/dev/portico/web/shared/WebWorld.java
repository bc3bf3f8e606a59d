package dev.portico.web.shared;

import dev.portico.application.Fakes;
import dev.portico.application.Hexagon;
import dev.portico.application.Ports;
import dev.portico.application.access.port.AccessTokens;
import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.Users;
import dev.portico.web.access.AccessWeb;
import dev.portico.web.access.TokenForge;
import dev.portico.web.counters.CountersWeb;
import dev.portico.web.events.EventsWeb;
import dev.portico.web.items.ItemsWeb;
import dev.portico.web.reports.ReportsWeb;
import dev.portico.web.users.UsersWeb;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

/** The web side as it is in production, over a hexagon whose stores are fakes. */
public final class WebWorld implements ServiceUnderTest {

  private static final byte[] SECRET = new byte[32];

  public final Fakes fakes = new Fakes();
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
    settings = new WebSettings(URI.create(publicUrl));
    var starting = new AnnotationConfigWebApplicationContext();
    starting.setServletContext(new MockServletContext());
    starting.register(
        SharedWeb.class,
        UsersWeb.class,
        AccessWeb.class,
        EventsWeb.class,
        CountersWeb.class,
        ItemsWeb.class,
        ReportsWeb.class);
    if (more.length > 0) {
      starting.register(more);
    }
    starting.register(Ports.class);
    starting.addBeanFactoryPostProcessor(beans -> {
      beans.registerSingleton("settings", settings);
      beans.registerSingleton("requestSecret", new RequestSecret(SECRET));
      beans.registerSingleton("signingKeys", fakes.signingKeys);
      register(change.apply(fakes.ports()), beans);
    });
    starting.addBeanFactoryPostProcessor(beans ->
        ((DefaultListableBeanFactory) beans)
            .registerBeanDefinition(
                "hexagon",
                BeanDefinitionBuilder.genericBeanDefinition(
                        Hexagon.class, () -> Hexagon.over(beans.getBean(Ports.class)))
                    .getBeanDefinition()));
    starting.refresh();
    context = starting;
    client = new DispatcherClient(context);
  }

  /** All ports but the tokens, which are the web side's own. */
  private static void register(Ports ports, ConfigurableListableBeanFactory beans) {
    for (var port : Ports.class.getRecordComponents()) {
      if (port.getType() != AccessTokens.class) {
        try {
          beans.registerSingleton(port.getName(), port.getAccessor().invoke(ports));
        } catch (ReflectiveOperationException impossible) {
          throw new IllegalStateException(impossible);
        }
      }
    }
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

  @Override
  public InstantSource time() {
    return fakes.time;
  }
}
