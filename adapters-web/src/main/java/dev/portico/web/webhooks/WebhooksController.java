package dev.portico.web.webhooks;

import dev.portico.application.Hexagon;
import dev.portico.application.shared.Answer;
import dev.portico.application.webhooks.EnableWebhook;
import dev.portico.application.webhooks.ListWebhooks;
import dev.portico.application.webhooks.RegisterWebhook.Outcome;
import dev.portico.application.webhooks.RemoveWebhook;
import dev.portico.application.webhooks.RotateWebhookSecret;
import dev.portico.application.webhooks.ViewWebhook;
import dev.portico.domain.shared.InvalidInput;
import dev.portico.domain.users.UserId;
import dev.portico.domain.webhooks.Webhook;
import dev.portico.domain.webhooks.WebhookId;
import dev.portico.web.shared.Answers;
import dev.portico.web.shared.Caller;
import dev.portico.web.shared.JsonBody;
import dev.portico.web.shared.Once;
import dev.portico.web.shared.PageJson;
import dev.portico.web.shared.Paging;
import dev.portico.web.shared.ProblemType;
import dev.portico.web.shared.QueryFields;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import dev.portico.web.webhooks.WebhooksJson.NewWebhookJson;
import dev.portico.web.webhooks.WebhooksJson.SecretJson;
import dev.portico.web.webhooks.WebhooksJson.WebhookJson;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Registering webhooks, and looking after one's own. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class WebhooksController {

  private final Hexagon hexagon;
  private final Answers answers;
  private final Paging<Webhook.Position> paging;

  WebhooksController(Hexagon hexagon, Answers answers, Paging<Webhook.Position> paging) {
    this.hexagon = hexagon;
    this.answers = answers;
    this.paging = paging;
  }

  /** Not by {@link Once#answer}: that would keep the secret in its answer. */
  @PostMapping(
      path = {"/webhooks", "/webhooks/"},
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @RoutePolicy(Who.USER)
  ResponseEntity<byte[]> register(JsonBody body, Caller caller, Once once) {
    var command = WebhooksJson.registration(body, new UserId(caller.id()), once.request());
    return switch (hexagon.registerWebhook().handle(command)) {
      case Outcome.Registered(var webhook, var repeated) ->
          Once.response(
              answers.created("/webhooks/" + webhook.id(), NewWebhookJson.of(webhook)), repeated);
      case Outcome.AddressRefused(var reason) ->
          throw Refusal.of(ProblemType.ADDRESS_REFUSED, "No webhook may lead there")
              .with(List.of(new InvalidInput("/url", reason)));
      case Outcome.NotAdmin() ->
          throw Refusal.of(
              ProblemType.FORBIDDEN, "Everybody's events are told to administrators only");
      case Outcome.TooMany() ->
          throw Refusal.of(
              ProblemType.TOO_MANY_WEBHOOKS,
              "There may be " + Webhook.MOST_PER_USER + " webhooks of one user");
      case Outcome.Removed() -> throw notFound();
      case Outcome.KeyReused() -> throw Once.keyReused();
      case Outcome.StillRunning() -> throw Once.stillRunning();
    };
  }

  @GetMapping({"/webhooks", "/webhooks/"})
  @RoutePolicy(Who.USER)
  PageJson<WebhookJson> list(QueryFields query, Caller caller) {
    var asked = paging.asked(query);
    query.check();
    var command = new ListWebhooks.Command(new UserId(caller.id()), asked.get());
    return switch (hexagon.listWebhooks().handle(command)) {
      case ListWebhooks.Outcome.Listed(var page) -> paging.answer(page, WebhookJson::of);
    };
  }

  @GetMapping("/webhooks/{id}")
  @RoutePolicy(Who.USER)
  WebhookJson view(@PathVariable String id, Caller caller) {
    var command = new ViewWebhook.Command(new UserId(caller.id()), idOf(id));
    return switch (hexagon.viewWebhook().handle(command)) {
      case ViewWebhook.Outcome.Found(var webhook) -> WebhookJson.of(webhook);
      case ViewWebhook.Outcome.NotFound() -> throw notFound();
    };
  }

  @DeleteMapping("/webhooks/{id}")
  @RoutePolicy(Who.USER)
  ResponseEntity<Void> remove(@PathVariable String id, Caller caller) {
    var command = new RemoveWebhook.Command(new UserId(caller.id()), idOf(id));
    return switch (hexagon.removeWebhook().handle(command)) {
      case RemoveWebhook.Outcome.Removed() -> ResponseEntity.noContent().build();
      case RemoveWebhook.Outcome.NotFound() -> throw notFound();
    };
  }

  /** Not by {@link Once#answer}, for the same reason. */
  @PostMapping("/webhooks/{id}/secret")
  @RoutePolicy(Who.USER)
  ResponseEntity<byte[]> rotate(@PathVariable String id, Caller caller, Once once) {
    var command =
        new RotateWebhookSecret.Command(new UserId(caller.id()), idOf(id), once.request());
    return switch (hexagon.rotateWebhookSecret().handle(command)) {
      case RotateWebhookSecret.Outcome.Rotated(var secret, var repeated) ->
          Once.response(answers.ok(new SecretJson(secret.reveal())), repeated);
      case RotateWebhookSecret.Outcome.TooOften() ->
          throw Refusal.of(
                  ProblemType.TOO_MANY_REQUESTS, "The secret was changed too often in a day")
              .with("Retry-After", "3600");
      case RotateWebhookSecret.Outcome.NotFound() -> throw notFound();
      case RotateWebhookSecret.Outcome.KeyReused() -> throw Once.keyReused();
      case RotateWebhookSecret.Outcome.StillRunning() -> throw Once.stillRunning();
    };
  }

  @PostMapping("/webhooks/{id}/enable")
  @RoutePolicy(Who.USER)
  ResponseEntity<byte[]> enable(@PathVariable String id, Caller caller, Once once) {
    var command = new EnableWebhook.Command(new UserId(caller.id()), idOf(id));
    return once.answer(() -> answer(hexagon.enableWebhook().handle(command)));
  }

  private Answer answer(EnableWebhook.Outcome outcome) {
    return switch (outcome) {
      case EnableWebhook.Outcome.Enabled(var webhook) -> answers.ok(WebhookJson.of(webhook));
      case EnableWebhook.Outcome.NotFound() -> throw notFound();
    };
  }

  static WebhookId idOf(String id) {
    return WebhookId.parse(id).asOptional().orElseThrow(WebhooksController::notFound);
  }

  static Refusal notFound() {
    return Refusal.of(ProblemType.NOT_FOUND, "Webhook not found");
  }
}
