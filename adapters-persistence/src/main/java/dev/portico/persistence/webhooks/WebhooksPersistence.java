package dev.portico.persistence.webhooks;

import dev.portico.application.webhooks.port.Deliveries;
import dev.portico.application.webhooks.port.Webhooks;
import dev.portico.persistence.shared.PersistenceContext;
import dev.portico.persistence.shared.SealingKey;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the webhooks feature rests on. Asks for a bean {@link SealingKey}. */
@Configuration(proxyBeanMethods = false)
public class WebhooksPersistence {

  /** Whatever was sealed with a former secret is sealed with the present one, now. */
  @Bean
  Webhooks webhooks(PersistenceContext context, SealingKey seal) {
    var webhooks = new JdbcWebhooks(context, seal);
    webhooks.sealAnew();
    return webhooks;
  }

  @Bean
  Deliveries deliveries(PersistenceContext context) {
    return new JdbcDeliveries(context);
  }
}
