package dev.portico.persistence;

import dev.portico.application.shared.port.Transactions;
import dev.portico.application.shared.port.TransactionsContract;
import dev.portico.application.users.port.Users;
import dev.portico.persistence.shared.Database;
import dev.portico.persistence.shared.FreshDatabase;
import dev.portico.persistence.shared.SharedPersistence;
import dev.portico.persistence.users.UsersPersistence;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Here and not beside the adapter, since the contract tries transactions on users. */
class JpaTransactionsTest extends TransactionsContract {

  @RegisterExtension final FreshDatabase fresh = new FreshDatabase();

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
