package dev.portico.persistence.reports;

import dev.portico.application.events.port.Events;
import dev.portico.application.items.port.Items;
import dev.portico.application.payments.port.Payments;
import dev.portico.application.reports.port.ReportSource;
import dev.portico.application.reports.port.ReportSourceContract;
import dev.portico.application.users.port.Users;
import dev.portico.persistence.events.EventsPersistence;
import dev.portico.persistence.items.ItemsPersistence;
import dev.portico.persistence.payments.PaymentsPersistence;
import dev.portico.persistence.shared.Database;
import dev.portico.persistence.shared.FreshDatabase;
import dev.portico.persistence.shared.PersistenceContext;
import dev.portico.persistence.shared.SharedPersistence;
import dev.portico.persistence.users.UsersPersistence;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** With the stores of other features, whose rows are counted. */
class JpaReportSourceTest extends ReportSourceContract {

  @RegisterExtension final FreshDatabase fresh = new FreshDatabase();

  private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

  @BeforeEach
  void wire() {
    beans.registerBean(Database.class, fresh::database);
    beans.registerBean(InstantSource.class, InstantSource::system);
    beans.register(
        SharedPersistence.class,
        UsersPersistence.class,
        EventsPersistence.class,
        ItemsPersistence.class,
        PaymentsPersistence.class);
    beans.refresh();
  }

  @AfterEach
  void close() {
    beans.close();
  }

  @Override
  protected ReportSource source() {
    return new JpaReportSource(beans.getBean(PersistenceContext.class));
  }

  @Override
  protected Users users() {
    return beans.getBean(Users.class);
  }

  @Override
  protected Events events() {
    return beans.getBean(Events.class);
  }

  @Override
  protected Items items() {
    return beans.getBean(Items.class);
  }

  @Override
  protected Payments payments() {
    return beans.getBean(Payments.class);
  }
}
