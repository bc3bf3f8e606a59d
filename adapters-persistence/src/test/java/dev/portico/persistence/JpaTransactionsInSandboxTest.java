package dev.portico.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.shared.port.Transactions;
import dev.portico.application.shared.port.TransactionsContract;
import dev.portico.application.users.port.Users;
import dev.portico.persistence.shared.Database;
import dev.portico.persistence.shared.FreshSandbox;
import dev.portico.persistence.shared.SharedPersistence;
import dev.portico.persistence.users.UsersPersistence;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * The whole contract holds in a sandbox. Its reader of what is not committed yet waits for the
 * commit instead of being answered at once, which the contract allows for the sake of fakes.
 */
class JpaTransactionsInSandboxTest extends TransactionsContract {

  @RegisterExtension final FreshSandbox fresh = new FreshSandbox();

  private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

  @BeforeEach
  void wire() {
    beans.registerBean(Database.class, fresh::database);
    beans.registerBean(InstantSource.class, InstantSource::system);
    beans.register(SharedPersistence.class, UsersPersistence.class);
    beans.refresh();
  }

  @AfterEach
  void close() {
    beans.close();
    assertThat(fresh.sandbox().advice()).isEmpty();
  }

  @Override
  protected Transactions transactions() {
    return beans.getBean(Transactions.class);
  }

  @Override
  protected Users users() {
    return beans.getBean(Users.class);
  }
}
