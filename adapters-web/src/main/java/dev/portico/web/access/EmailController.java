package dev.portico.web.access;

import dev.portico.application.Hexagon;
import dev.portico.application.access.RequestVerification;
import dev.portico.application.access.VerifyEmail;
import dev.portico.domain.shared.Parsed;
import dev.portico.domain.users.UserId;
import dev.portico.web.shared.Caller;
import dev.portico.web.shared.JsonBody;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Showing an address to be one's own. By POST alone: mail scanners follow links with GET. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class EmailController {

  private final RequestVerification requestVerification;
  private final VerifyEmail verifyEmail;

  EmailController(Hexagon hexagon) {
    requestVerification = hexagon.requestVerification();
    verifyEmail = hexagon.verifyEmail();
  }

  @PostMapping(path = "/auth/email/verify", consumes = MediaType.APPLICATION_JSON_VALUE)
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<Void> verify(JsonBody body) {
    var token = body.required("token", Parsed::accepted);
    body.check();
    var command = new VerifyEmail.Command(PasswordController.code(token.value()));
    return switch (verifyEmail.handle(command)) {
      case VerifyEmail.Outcome.Verified _ -> ResponseEntity.noContent().build();
      case VerifyEmail.Outcome.Refused() -> throw AccessRefusals.invalidCode();
    };
  }

  @PostMapping("/auth/email/verify/request")
  @RoutePolicy(Who.USER)
  ResponseEntity<OwedMailJson> request(Caller caller) {
    var command = new RequestVerification.Command(new UserId(caller.id()));
    return switch (requestVerification.handle(command)) {
      case RequestVerification.Outcome.Requested() -> OwedMailJson.answer();
    };
  }
}
