package dev.portico.web.webhooks;

import dev.portico.application.shared.Unavailable;
import dev.portico.application.webhooks.PurgeDeliveries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has deliveries forgotten that are long past, a bounded number each round. */
final class WebhookUpkeep {

  private static final int BATCHES = 10;
  private static final Logger LOG = LoggerFactory.getLogger(WebhookUpkeep.class);

  private final PurgeDeliveries purgeDeliveries;

  WebhookUpkeep(PurgeDeliveries purgeDeliveries) {
    this.purgeDeliveries = purgeDeliveries;
  }

  void round() {
    try {
      for (int i = 0; i < BATCHES && purge(); i++) {}
    } catch (Unavailable away) {
      LOG.warn("Deliveries are not purged now: {}", away.getMessage());
    }
  }

  /** True if there may be more. */
  private boolean purge() {
    return switch (purgeDeliveries.handle(new PurgeDeliveries.Command())) {
      case PurgeDeliveries.Outcome.Purged(_, var more) -> more;
    };
  }
}
