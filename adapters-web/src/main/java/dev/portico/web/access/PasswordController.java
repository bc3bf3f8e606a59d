package dev.portico.web.access;

import dev.portico.application.Hexagon;
import dev.portico.application.access.ChangePassword;
import dev.portico.application.access.RequestPasswordReset;
import dev.portico.application.access.ResetPassword;
import dev.portico.application.users.ChoosePassword;
import dev.portico.application.users.NewPassword;
import dev.portico.application.users.ViewUser;
import dev.portico.domain.access.OneTimeCode;
import dev.portico.domain.access.SessionId;
import dev.portico.domain.shared.InvalidInput;
import dev.portico.domain.shared.Parsed;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import dev.portico.web.shared.Caller;
import dev.portico.web.shared.ClientAddress;
import dev.portico.web.shared.JsonBody;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Another password: for whoever knows the present one, and for whoever has forgotten it. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class PasswordController {

  private static final String NEW_PASSWORD = "new_password";

  private final Hexagon hexagon;

  PasswordController(Hexagon hexagon) {
    this.hexagon = hexagon;
  }

  @PostMapping(path = "/auth/password/forgot", consumes = MediaType.APPLICATION_JSON_VALUE)
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<OwedMailJson> forgot(JsonBody body, ClientAddress address) {
    var email = body.required("email", EmailAddress::parse);
    body.check();
    var command = new RequestPasswordReset.Command(email.value(), address.text());
    return switch (hexagon.requestPasswordReset().handle(command)) {
      case RequestPasswordReset.Outcome.Requested() -> OwedMailJson.answer();
      case RequestPasswordReset.Outcome.Throttled(var wait) -> throw Refusal.tooOften(wait);
    };
  }

  @PostMapping(path = "/auth/password/reset", consumes = MediaType.APPLICATION_JSON_VALUE)
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<Void> reset(JsonBody body) {
    var token = body.required("token", Parsed::accepted);
    var password = body.required(NEW_PASSWORD, Parsed::accepted);
    body.check();
    var command = new ResetPassword.Command(code(token.value()), password.value());
    return switch (hexagon.resetPassword().handle(command)) {
      case ResetPassword.Outcome.Reset() -> ResponseEntity.noContent().build();
      case ResetPassword.Outcome.CodeRefused() -> throw AccessRefusals.invalidCode();
      case ResetPassword.Outcome.PasswordRefused(var reason) ->
          throw Refusal.of(List.of(new InvalidInput("/" + NEW_PASSWORD, reason)));
    };
  }

  /** What has not the form of a code is as unknown as any other. */
  static OneTimeCode code(String text) {
    return OneTimeCode.parse(text).asOptional().orElseThrow(AccessRefusals::invalidCode);
  }

  @PutMapping(path = "/users/me/password", consumes = MediaType.APPLICATION_JSON_VALUE)
  @RoutePolicy(Who.USER)
  ResponseEntity<Void> change(JsonBody body, Caller caller, ClientAddress address) {
    var user = user(caller);
    var current = body.required("current_password", Password::parse);
    var next = body.required(NEW_PASSWORD, text -> chosen(text, user));
    body.check();
    var command =
        new ChangePassword.Command(
            user.id(),
            new SessionId(caller.session()),
            current.value(),
            next.value(),
            address.text());
    return switch (hexagon.changePassword().handle(command)) {
      case ChangePassword.Outcome.Changed() -> ResponseEntity.noContent().build();
      case ChangePassword.Outcome.WrongPassword() -> throw AccessRefusals.wrongPassword();
      case ChangePassword.Outcome.Throttled(var wait) -> throw Refusal.tooOften(wait);
    };
  }

  private User user(Caller caller) {
    return switch (hexagon.viewUser().handle(new ViewUser.Command(new UserId(caller.id())))) {
      case ViewUser.Outcome.Found(var user) -> user;
      case ViewUser.Outcome.NotFound() -> throw AccessRefusals.invalidToken();
    };
  }

  private Parsed<NewPassword> chosen(String text, User user) {
    var command =
        new ChoosePassword.Command(text, Optional.of(user.username()), Optional.of(user.email()));
    return switch (hexagon.choosePassword().handle(command)) {
      case ChoosePassword.Outcome.Chosen(var password) -> Parsed.accepted(password);
      case ChoosePassword.Outcome.Refused(var reason) -> Parsed.refused(reason);
    };
  }
}
