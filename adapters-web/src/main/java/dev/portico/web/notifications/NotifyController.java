package dev.portico.web.notifications;

import dev.portico.application.Hexagon;
import dev.portico.application.notifications.ConfirmSubscription;
import dev.portico.application.notifications.RequestSubscription;
import dev.portico.application.shared.Answer;
import dev.portico.domain.access.OneTimeCode;
import dev.portico.domain.users.EmailAddress;
import dev.portico.web.shared.Answers;
import dev.portico.web.shared.ClientAddress;
import dev.portico.web.shared.JsonBody;
import dev.portico.web.shared.Once;
import dev.portico.web.shared.ProblemType;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Asking for news, and agreeing to them. */
@RestController
final class NotifyController {

  /**
   * What is answered whatever becomes of the mail: whether it arrives is not the asker's to know.
   */
  record StatusJson(String status) {}

  private final RequestSubscription requestSubscription;
  private final ConfirmSubscription confirmSubscription;
  private final Answers answers;

  NotifyController(Hexagon hexagon, Answers answers) {
    requestSubscription = hexagon.requestSubscription();
    confirmSubscription = hexagon.confirmSubscription();
    this.answers = answers;
  }

  @PostMapping(
      path = "/notify",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<byte[]> request(JsonBody body, ClientAddress client, Once once) {
    var email = body.required("email", EmailAddress::parse);
    body.check();
    var command = new RequestSubscription.Command(email.value(), client.text());
    return once.answer(() -> answer(requestSubscription.handle(command)));
  }

  private Answer answer(RequestSubscription.Outcome outcome) {
    return switch (outcome) {
      case RequestSubscription.Outcome.Requested() -> answers.ok(new StatusJson("sent"));
      case RequestSubscription.Outcome.TooMany(var retryAfter) ->
          throw Refusal.tooOften(retryAfter);
    };
  }

  /** By POST alone: what follows links in mails without a person asks by GET. */
  @PostMapping(
      path = "/notify/confirm",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<Void> confirm(JsonBody body) {
    var code = body.required("token", OneTimeCode::parse);
    body.check();
    return switch (confirmSubscription.handle(new ConfirmSubscription.Command(code.value()))) {
      case ConfirmSubscription.Outcome.Confirmed() -> ResponseEntity.noContent().build();
      case ConfirmSubscription.Outcome.InvalidCode() ->
          throw Refusal.of(
              ProblemType.INVALID_CODE, "The code is unknown, used, or its time is over");
    };
  }
}
