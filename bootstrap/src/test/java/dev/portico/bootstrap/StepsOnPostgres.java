package dev.portico.bootstrap;

import dev.portico.application.items.port.Items;
import dev.portico.application.users.port.Users;
import dev.portico.domain.items.Item;
import dev.portico.domain.items.ItemBuilder;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Steps of requests on PostgreSQL, by the service's own adapters, pool and Hibernate included. A
 * benchmark times them, and the bytes that they allocate are held to a list.
 */
final class StepsOnPostgres implements AutoCloseable {

  /** By name, before anything is started. */
  static final Map<String, Function<StepsOnPostgres, Object>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("read a user by id", StepsOnPostgres::readUser);
    ALL.put("add an item", StepsOnPostgres::addItem);
  }

  private final RunningPortico service = PorticoOnTestDatabase.start(Map.of());
  private final Users users = service.context().getBean(Users.class);
  private final Items items = service.context().getBean(Items.class);
  private final User user = UserBuilder.aUser().build();

  StepsOnPostgres() {
    var _ = users.addIfFree(user, PasswordHash.NONE);
  }

  Supplier<?> step(String name) {
    var step = ALL.get(name);
    if (step == null) {
      throw new IllegalArgumentException(name + " is no step");
    }
    return () -> step.apply(this);
  }

  private User readUser() {
    return users.find(user.id()).orElseThrow();
  }

  /** In a transaction of its own. */
  private Item addItem() {
    var item = ItemBuilder.anItemOf(user.id()).build();
    items.add(item);
    return item;
  }

  @Override
  public void close() {
    service.close();
  }
}
