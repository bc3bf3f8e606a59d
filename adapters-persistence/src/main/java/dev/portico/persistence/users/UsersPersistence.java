package dev.portico.persistence.users;

import dev.portico.application.users.port.PasswordHasher;
import dev.portico.application.users.port.Users;
import dev.portico.application.users.port.WeakPasswords;
import dev.portico.persistence.shared.PersistenceContext;
import dev.portico.persistence.shared.RowTypes;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the users feature rests on. */
@Configuration(proxyBeanMethods = false)
public class UsersPersistence {

  private static final int WAITING_HASHES = 64;
  private static final Duration HASHING_PATIENCE = Duration.ofSeconds(10);

  @Bean
  RowTypes userRows() {
    return RowTypes.of(UserRow.class);
  }

  @Bean
  Users users(PersistenceContext context) {
    return new JpaUsers(context);
  }

  @Bean
  PasswordHasher passwordHasher() {
    return new Argon2PasswordHasher(
        new HashingThreads(
            Runtime.getRuntime().availableProcessors(), WAITING_HASHES, HASHING_PATIENCE));
  }

  @Bean
  WeakPasswords weakPasswords() {
    return new ListedWeakPasswords();
  }
}
