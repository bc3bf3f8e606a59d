package dev.portico.bootstrap;

import dev.portico.application.Hexagon;
import dev.portico.domain.shared.PublicUrl;
import dev.portico.persistence.shared.Database;
import dev.portico.persistence.shared.DatabaseUnusable;
import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.EmbeddedDatabase;
import dev.portico.persistence.shared.SealingKey;
import dev.portico.web.feed.FeedWeb;
import dev.portico.web.shared.RequestSecret;
import dev.portico.web.shared.Upkeep;
import dev.portico.web.shared.WebSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A running Portico: the database, the web server in front of it, and who runs the tasks. */
final class RunningPortico implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunningPortico.class);

  /** How often to look for tasks when none is due. */
  private static final Duration TASK_PAUSE = Duration.ofSeconds(1);

  /** The same for webhooks, whose receivers are told in a moment. */
  private static final Duration WEBHOOK_PAUSE = Duration.ofMillis(500);

  private final Settings settings;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Consumer<String> progress;
  private final Outside outside;
  private Optional<AnnotationConfigServletWebServerApplicationContext> context = Optional.empty();

  private RunningPortico(Settings settings, Consumer<String> progress, Outside outside) {
    this.settings = settings;
    this.progress = progress;
    this.outside = outside;
  }

  /**
   * Starts everything.
   *
   * @param progress hears in a few words what is being done
   * @throws StartRefused if something outside stands in the way; nothing is left running
   */
  static RunningPortico start(Settings settings, Consumer<String> progress) {
    var service = startWithoutTasks(settings, progress, new Outside());
    service.runTasks();
    return service;
  }

  /**
   * Starts all but the background tasks, which wait until someone calls {@link #runTasks} or runs
   * them by the hexagon.
   *
   * @param outside the world around it
   * @throws StartRefused as {@link #start(Settings, Consumer)}
   */
  static RunningPortico startWithoutTasks(
      Settings settings, Consumer<String> progress, Outside outside) {
    var service = new RunningPortico(settings, progress, outside);
    try {
      service.start();
      return service;
    } catch (RuntimeException failure) {
      service.close();
      throw refusalOf(failure, settings);
    }
  }

  private static RuntimeException refusalOf(RuntimeException failure, Settings settings) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DatabaseUnusable unusable) {
        return new StartRefused(String.valueOf(unusable.getMessage()));
      }
      if (cause instanceof PortInUseException) {
        return new StartRefused(
            "Port %d is taken by another program; stop it, or choose another with PORT."
                .formatted(settings.port()));
      }
    }
    return failure;
  }

  private void start() {
    if (settings.webhookRule().anywhere()) {
      LOG.warn(
          "WEBHOOKS_ALLOW_PRIVATE is on: whoever has an account can have this service send to"
              + " private addresses, over http and to any port; it is for tests and development");
    }
    var url = settings.databaseUrl().orElseGet(this::startEmbedded);
    var secret = settings.secretKey().orElseGet(() -> SecretKeyFile.in(settings.dataFolder()));
    progress.accept("Preparing the database");
    var database = keep(outside.open(url, settings.migrationUrl()));
    progress.accept("Starting the web server");
    context = Optional.of(keep(run(database, secret)));
    settings.firstAdmin().ifPresent(admin -> admin.appoint(context().getBean(Hexagon.class)));
  }

  /** From now on tasks are run as they fall due, and upkeep is done; until the web server stops. */
  void runTasks() {
    var hexagon = context().getBean(Hexagon.class);
    var _ = keep(TaskWorker.start(hexagon.runDueTask(), settings.mailsAtOnce(), TASK_PAUSE));
    var _ = keep(WebhookWorker.start(hexagon, WEBHOOK_PAUSE));
    var _ = keep(new UpkeepClock(context().getBeansOfType(Upkeep.class).values()));
  }

  private DatabaseUrl startEmbedded() {
    progress.accept("Starting PostgreSQL on " + settings.dataFolder());
    return keep(EmbeddedDatabase.start(settings.dataFolder())).url();
  }

  private <T extends AutoCloseable> T keep(T part) {
    parts.push(part);
    return part;
  }

  private AnnotationConfigServletWebServerApplicationContext run(
      Database database, SecretKey secret) {
    // Without SpringApplication: there is nothing for it to find out, and it takes its time to see.
    var starting = new AnnotationConfigServletWebServerApplicationContext();
    starting.setAllowBeanDefinitionOverriding(false);
    starting.setAllowCircularReferences(false);
    starting.register(Wiring.class);
    giveBeans(starting, database, secret);
    starting.refresh();
    return starting;
  }

  private void giveBeans(
      ConfigurableApplicationContext starting, Database database, SecretKey secret) {
    var beans = starting.getBeanFactory();
    beans.registerSingleton("settings", settings);
    beans.registerSingleton("database", database);
    beans.registerSingleton("time", outside.time());
    beans.registerSingleton("passwordRule", settings.passwordRule());
    beans.registerSingleton("sessionRule", settings.sessionRule());
    beans.registerSingleton("auditRule", settings.auditRule());
    beans.registerSingleton("attemptRule", settings.attemptRule());
    beans.registerSingleton("chatRule", settings.chatRule());
    beans.registerSingleton("chatSettings", settings.chat());
    beans.registerSingleton("publicUrl", new PublicUrl(settings.publicUrl()));
    beans.registerSingleton(
        "webSettings", new WebSettings(settings.publicUrl(), settings.trustedProxies()));
    beans.registerSingleton("accessSettings", settings.access());
    beans.registerSingleton("mailSettings", settings.mail());
    beans.registerSingleton("feedSettings", new FeedWeb.Settings(settings.externalDataUrl()));
    beans.registerSingleton("paymentsSettings", settings.payments());
    settings.redisUrl().ifPresent(url -> beans.registerSingleton("redisUrl", url));
    beans.registerSingleton("keySchedule", settings.keySchedule());
    beans.registerSingleton("webhookRule", settings.webhookRule());
    beans.registerSingleton(
        "sealingKey", new SealingKey(secret.derive("sealing"), previous("sealing")));
    beans.registerSingleton(
        "requestSecret", new RequestSecret(secret.derive("requests"), previous("requests")));
    outside.prepare(beans);
  }

  private List<byte[]> previous(String use) {
    return settings.previousSecretKeys().stream().map(key -> key.derive(use)).toList();
  }

  ConfigurableApplicationContext context() {
    return context.orElseThrow();
  }

  /** Where this process listens. */
  URI localUrl() {
    return URI.create(
        "http://localhost:"
            + Objects.requireNonNull(context.orElseThrow().getWebServer()).getPort());
  }

  Settings settings() {
    return settings;
  }

  /** Says that the service is about to end, lets the load balancer see it, then ends it. */
  void shutDown() {
    context.ifPresent(running -> running.getBean(dev.portico.web.shared.Shutdown.class).begin());
    try {
      Thread.sleep(settings.shutdownDelay());
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    close();
  }

  /** Ends it: requests under way are finished, then the web server and the database stop. */
  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception failure) {
        LOG.warn("Stopping failed", failure);
      }
    }
  }
}
