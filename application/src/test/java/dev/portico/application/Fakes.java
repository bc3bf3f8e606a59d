package dev.portico.application;

import dev.portico.application.access.port.InMemoryAccessTokens;
import dev.portico.application.access.port.InMemorySigningKeys;
import dev.portico.application.counters.port.InMemoryCounters;
import dev.portico.application.events.port.InMemoryEvents;
import dev.portico.application.items.port.InMemoryItems;
import dev.portico.application.reports.port.InMemoryReportSource;
import dev.portico.application.shared.SettableTime;
import dev.portico.application.shared.port.InMemoryCache;
import dev.portico.application.shared.port.InMemoryCoalescer;
import dev.portico.application.shared.port.InMemoryIdGenerator;
import dev.portico.application.shared.port.InMemoryIdempotencyKeys;
import dev.portico.application.shared.port.InMemoryStorageProbe;
import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.users.port.InMemoryPasswordHasher;
import dev.portico.application.users.port.InMemoryUsers;
import dev.portico.application.users.port.InMemoryWeakPasswords;
import dev.portico.domain.users.PasswordRule;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;

/** A whole world in memory: a fake for every outbound port, fresh for each test. */
public final class Fakes {

  public final InMemoryTransactions transactions = new InMemoryTransactions();
  public final InMemoryIdGenerator ids = new InMemoryIdGenerator();
  public final SettableTime time = new SettableTime();
  public final InMemoryStorageProbe storageProbe = new InMemoryStorageProbe();
  public final InMemoryIdempotencyKeys idempotencyKeys = new InMemoryIdempotencyKeys(transactions);
  public final InMemoryUsers users = new InMemoryUsers(transactions);
  public final InMemoryPasswordHasher passwordHasher = new InMemoryPasswordHasher();
  public final InMemoryWeakPasswords weakPasswords = new InMemoryWeakPasswords();
  public final InMemorySigningKeys signingKeys = new InMemorySigningKeys(transactions);
  public final InMemoryAccessTokens accessTokens = new InMemoryAccessTokens(time);
  public final InMemoryEvents events = new InMemoryEvents(transactions);
  public final InMemoryCounters counters = new InMemoryCounters(transactions);
  public final InMemoryItems items = new InMemoryItems(transactions, users);
  public final InMemoryCache cache = new InMemoryCache(time);
  public final InMemoryCoalescer coalescer = new InMemoryCoalescer();
  public final InMemoryReportSource reportSource = new InMemoryReportSource(users, events, items);

  public Ports ports() {
    return new Ports(
        transactions,
        ids,
        time,
        storageProbe,
        idempotencyKeys,
        users,
        passwordHasher,
        weakPasswords,
        PasswordRule.DEFAULT,
        accessTokens,
        events,
        counters,
        items,
        cache,
        coalescer,
        reportSource);
  }

  /** The same ports but for one, which is another. */
  public static <T> Ports replace(Ports ports, Class<T> port, T replacement) {
    var components = Ports.class.getRecordComponents();
    var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      var values = new Object[components.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = types[i] == port ? replacement : components[i].getAccessor().invoke(ports);
      }
      return Ports.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public Hexagon hexagon() {
    return Hexagon.over(ports());
  }
}
