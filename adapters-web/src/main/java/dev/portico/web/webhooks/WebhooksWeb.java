package dev.portico.web.webhooks;

import dev.portico.application.Hexagon;
import dev.portico.application.webhooks.port.WebhookSender;
import dev.portico.domain.webhooks.Delivery;
import dev.portico.domain.webhooks.DeliveryId;
import dev.portico.domain.webhooks.Webhook;
import dev.portico.domain.webhooks.WebhookId;
import dev.portico.domain.webhooks.WebhookRule;
import dev.portico.web.shared.Answers;
import dev.portico.web.shared.Cursors;
import dev.portico.web.shared.Paging;
import dev.portico.web.shared.Upkeep;
import java.net.InetAddress;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The webhooks feature's routes, and the way to the receivers. */
@Configuration(proxyBeanMethods = false)
public class WebhooksWeb {

  @Bean
  WebhookSender webhookSender(WebhookRule rule) {
    return new HttpWebhookSender(
        new CheckedAddresses(rule::admits, InetAddress::getAllByName),
        HttpWebhookSender.Limits.USUAL);
  }

  @Bean
  WebhooksController webhooksController(Hexagon hexagon, Answers answers, Cursors cursors) {
    return new WebhooksController(
        hexagon,
        answers,
        new Paging<>(
            cursors,
            "webhooks",
            Webhook.Position::createdAt,
            position -> position.id().value(),
            (createdAt, id) -> new Webhook.Position(createdAt, new WebhookId(id))));
  }

  @Bean
  DeliveriesController deliveriesController(Hexagon hexagon, Answers answers, Cursors cursors) {
    return new DeliveriesController(
        hexagon,
        answers,
        new Paging<>(
            cursors,
            "deliveries",
            Delivery.Position::createdAt,
            position -> position.id().value(),
            (createdAt, id) -> new Delivery.Position(createdAt, new DeliveryId(id))));
  }

  @Bean
  Upkeep webhookUpkeep(Hexagon hexagon) {
    return new Upkeep(Duration.ofHours(1), new WebhookUpkeep(hexagon.purgeDeliveries())::round);
  }
}
