package dev.portico.web.webhooks;

import static dev.portico.web.webhooks.WebhooksController.idOf;

import dev.portico.application.Hexagon;
import dev.portico.application.shared.Answer;
import dev.portico.application.webhooks.ListDeliveries;
import dev.portico.application.webhooks.ReplayDelivery;
import dev.portico.domain.users.UserId;
import dev.portico.domain.webhooks.Delivery;
import dev.portico.domain.webhooks.DeliveryId;
import dev.portico.web.shared.Answers;
import dev.portico.web.shared.Caller;
import dev.portico.web.shared.Once;
import dev.portico.web.shared.PageJson;
import dev.portico.web.shared.Paging;
import dev.portico.web.shared.ProblemType;
import dev.portico.web.shared.QueryFields;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import dev.portico.web.webhooks.WebhooksJson.DeliveryJson;
import dev.portico.web.webhooks.WebhooksJson.OwedJson;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was sent to one's own webhooks, and sending it once more. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class DeliveriesController {

  private final Hexagon hexagon;
  private final Answers answers;
  private final Paging<Delivery.Position> paging;

  DeliveriesController(Hexagon hexagon, Answers answers, Paging<Delivery.Position> paging) {
    this.hexagon = hexagon;
    this.answers = answers;
    this.paging = paging;
  }

  @GetMapping({"/webhooks/{id}/deliveries", "/webhooks/{id}/deliveries/"})
  @RoutePolicy(Who.USER)
  PageJson<DeliveryJson> list(@PathVariable String id, QueryFields query, Caller caller) {
    var asked = paging.asked(query);
    query.check();
    var command = new ListDeliveries.Command(new UserId(caller.id()), idOf(id), asked.get());
    return switch (hexagon.listDeliveries().handle(command)) {
      case ListDeliveries.Outcome.Listed(var page) -> paging.answer(page, DeliveryJson::of);
      case ListDeliveries.Outcome.NotFound() -> throw WebhooksController.notFound();
    };
  }

  @PostMapping("/webhooks/{id}/deliveries/{delivery_id}/replay")
  @RoutePolicy(Who.USER)
  ResponseEntity<byte[]> replay(
      @PathVariable String id,
      @PathVariable("delivery_id") String deliveryId,
      Caller caller,
      Once once) {
    var delivery =
        DeliveryId.parse(deliveryId).asOptional().orElseThrow(DeliveriesController::notFound);
    var command = new ReplayDelivery.Command(new UserId(caller.id()), idOf(id), delivery);
    return once.answer(() -> answer(hexagon.replayDelivery().handle(command)));
  }

  private Answer answer(ReplayDelivery.Outcome outcome) {
    return switch (outcome) {
      case ReplayDelivery.Outcome.Owed(var owed) -> answers.accepted(OwedJson.of(owed));
      case ReplayDelivery.Outcome.Disabled() ->
          throw Refusal.of(ProblemType.WEBHOOK_DISABLED, "The webhook is disabled");
      case ReplayDelivery.Outcome.NotFound() -> throw notFound();
    };
  }

  private static Refusal notFound() {
    return Refusal.of(ProblemType.NOT_FOUND, "Delivery not found");
  }
}
