package dev.portico.persistence.shared;

import dev.portico.application.shared.port.Cache;
import dev.portico.application.shared.port.Coalescer;
import dev.portico.application.shared.port.IdGenerator;
import dev.portico.application.shared.port.IdempotencyKeys;
import dev.portico.application.shared.port.Outbox;
import dev.portico.application.shared.port.SecretGenerator;
import dev.portico.application.shared.port.StorageProbe;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.Transactions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every feature rests on. Asks for beans {@link Database} and {@link InstantSource}. */
@Configuration(proxyBeanMethods = false)
public class SharedPersistence {

  @Bean
  PersistenceContext persistenceContext(Database database, List<RowTypes> rows) {
    return PersistenceContext.over(database, rows);
  }

  @Bean
  Transactions transactions(PersistenceContext context) {
    return new JpaTransactions(context);
  }

  @Bean
  StorageProbe storageProbe(Database database) {
    return new JdbcStorageProbe(database.connections());
  }

  @Bean
  IdempotencyKeys idempotencyKeys(PersistenceContext context) {
    return new JdbcIdempotencyKeys(context);
  }

  @Bean
  TaskQueue taskQueue(PersistenceContext context) {
    return new JdbcTaskQueue(context);
  }

  @Bean
  Outbox outbox(PersistenceContext context) {
    return new JdbcOutbox(context);
  }

  @Bean
  IdGenerator idGenerator(InstantSource time) {
    return new TimeOrderedIdGenerator(time, new SecureRandom());
  }

  @Bean
  SecretGenerator secretGenerator() {
    return new SystemSecretGenerator();
  }

  @Bean
  Cache cache(InstantSource time, Optional<RedisUrl> shared) {
    return shared
        .<Cache>map(url -> new RedisCache(url, time))
        .orElseGet(() -> new CaffeineCache(time));
  }

  @Bean
  Coalescer coalescer() {
    return new LocalCoalescer();
  }
}
