package dev.portico.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.persistence.access.AccessPersistence;
import dev.portico.persistence.audit.AuditPersistence;
import dev.portico.persistence.chat.ChatPersistence;
import dev.portico.persistence.events.EventsPersistence;
import dev.portico.persistence.items.ItemsPersistence;
import dev.portico.persistence.notifications.NotificationsPersistence;
import dev.portico.persistence.payments.PaymentsPersistence;
import dev.portico.persistence.users.UsersPersistence;
import dev.portico.persistence.webhooks.WebhooksPersistence;
import jakarta.persistence.SchemaValidationException;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class MappingTest {

  @RegisterExtension final FreshDatabase fresh = new FreshDatabase();

  private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

  @BeforeEach
  void wire() {
    beans.registerBean(Database.class, fresh::database);
    beans.registerBean(SealingKey.class, () -> new SealingKey(new byte[32]));
    beans.registerBean(InstantSource.class, InstantSource::system);
    beans.register(
        SharedPersistence.class,
        UsersPersistence.class,
        AuditPersistence.class,
        AccessPersistence.class,
        EventsPersistence.class,
        NotificationsPersistence.class,
        PaymentsPersistence.class,
        ItemsPersistence.class,
        ChatPersistence.class,
        WebhooksPersistence.class);
    beans.refresh();
  }

  @AfterEach
  void close() {
    beans.close();
  }

  private void validate() throws SchemaValidationException {
    beans.getBean(PersistenceContext.class).sessions().getSchemaManager().validate();
  }

  @Test
  void fitsTheTablesOfTheMigrations() throws SchemaValidationException {
    validate();

    assertThat(beans.getBeanNamesForType(RowTypes.class))
        .as("the rows of the features named above; a feature with rows is named in both places")
        .containsExactlyInAnyOrder(
            "auditRows",
            "userRows",
            "signingKeyRows",
            "sessionRows",
            "eventRows",
            "paymentRows",
            "itemRows",
            "messageRows");
  }

  @Test
  void noticesAColumnThatIsMissing() {
    fresh.execute("alter table users rename column email_key to other");

    assertThatThrownBy(this::validate)
        .isInstanceOf(SchemaValidationException.class)
        .hasMessageContaining("email_key");
  }
}
