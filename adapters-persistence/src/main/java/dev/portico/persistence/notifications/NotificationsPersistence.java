package dev.portico.persistence.notifications;

import dev.portico.application.notifications.port.Subscriptions;
import dev.portico.persistence.shared.PersistenceContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the notifications feature rests on. */
@Configuration(proxyBeanMethods = false)
public class NotificationsPersistence {

  @Bean
  Subscriptions subscriptions(PersistenceContext context) {
    return new JdbcSubscriptions(context);
  }
}
