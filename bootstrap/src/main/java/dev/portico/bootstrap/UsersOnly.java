package dev.portico.bootstrap;

import dev.portico.persistence.shared.Database;
import dev.portico.persistence.shared.DatabaseUnusable;
import dev.portico.persistence.shared.DatabaseUrl;
import dev.portico.persistence.shared.EmbeddedDatabase;
import dev.portico.persistence.shared.SharedPersistence;
import dev.portico.persistence.users.UsersPersistence;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * The users and what they rest on, without the rest of the service: no web server, no tasks, and no
 * secret key, which users do not need.
 */
final class UsersOnly implements AutoCloseable {

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  private UsersOnly() {}

  /**
   * Opens the database that the settings name.
   *
   * @throws StartRefused if it cannot be worked with, or another process uses its folder
   */
  static UsersOnly open(RawSettings settings) {
    var users = new UsersOnly();
    try {
      users.start(settings);
      return users;
    } catch (DatabaseUnusable unusable) {
      users.close();
      throw new StartRefused(String.valueOf(unusable.getMessage()));
    } catch (RuntimeException failure) {
      users.close();
      throw failure;
    }
  }

  private void start(RawSettings settings) {
    var outside = new Outside();
    var url = Settings.databaseUrlOf(settings).orElseGet(() -> startEmbedded(settings));
    var database = keep(outside.open(url, Settings.migrationUrlOf(settings)));
    context.registerBean(Database.class, () -> database);
    context.registerBean(InstantSource.class, outside::time);
    context.register(SharedPersistence.class, UsersPersistence.class);
    context.refresh();
    var _ = keep(context);
  }

  private DatabaseUrl startEmbedded(RawSettings settings) {
    return keep(EmbeddedDatabase.start(Settings.dataFolderOf(settings))).url();
  }

  private <T extends AutoCloseable> T keep(T part) {
    parts.push(part);
    return part;
  }

  ApplicationContext context() {
    return context;
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception failure) {
        LoggerFactory.getLogger(UsersOnly.class).warn("Stopping failed", failure);
      }
    }
  }
}
