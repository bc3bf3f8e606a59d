package dev.portico.web.access;

import dev.portico.application.Hexagon;
import dev.portico.application.access.ChangeProfile;
import dev.portico.application.access.CloseAccount;
import dev.portico.domain.shared.InvalidInput;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.FullName;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.UserId;
import dev.portico.web.shared.Caller;
import dev.portico.web.shared.ClientAddress;
import dev.portico.web.shared.JsonBody;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What users do to their own accounts. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class OwnAccountController {

  private final ChangeProfile changeProfile;
  private final CloseAccount closeAccount;
  private final SessionCookies cookies;

  OwnAccountController(Hexagon hexagon, SessionCookies cookies) {
    changeProfile = hexagon.changeProfile();
    closeAccount = hexagon.closeAccount();
    this.cookies = cookies;
  }

  @PatchMapping(path = "/users/me", consumes = MediaType.APPLICATION_JSON_VALUE)
  @RoutePolicy(Who.USER)
  ResponseEntity<Void> change(JsonBody body, Caller caller, ClientAddress address) {
    return switch (changeProfile.handle(command(body, new UserId(caller.id()), address))) {
      case ChangeProfile.Outcome.Changed _ -> ResponseEntity.noContent().build();
      case ChangeProfile.Outcome.PasswordNeeded() -> throw AccessRefusals.passwordNeeded();
      case ChangeProfile.Outcome.WrongPassword() -> throw AccessRefusals.wrongPassword();
      case ChangeProfile.Outcome.Throttled(var wait) -> throw Refusal.tooOften(wait);
      case ChangeProfile.Outcome.Gone() -> throw AccessRefusals.invalidToken();
    };
  }

  /** A full name that is {@code null} goes; one that is not named stays. */
  private static ChangeProfile.Command command(JsonBody body, UserId user, ClientAddress address) {
    var fullName = body.optional("full_name", FullName::parse);
    var email = body.optional("email", EmailAddress::parse);
    var current = body.optional("current_password", Password::parse);
    body.check();
    return new ChangeProfile.Command(
        user,
        body.names("full_name") ? Optional.of(fullName.value()) : Optional.empty(),
        email.value(),
        current.value(),
        address.text());
  }

  /**
   * The body's type is looked at here: the mapping would hand a request of another type on to the
   * route for administrators.
   */
  @DeleteMapping("/users/me")
  @RoutePolicy(Who.USER)
  ResponseEntity<Void> close(
      Optional<JsonBody> shown,
      Caller caller,
      ClientAddress address,
      HttpServletResponse response) {
    var body = shown.orElseThrow(() -> invalid("/password", "is required"));
    var password = body.required("password", Password::parse);
    body.check();
    var command =
        new CloseAccount.Command(new UserId(caller.id()), password.value(), address.text());
    return switch (closeAccount.handle(command)) {
      case CloseAccount.Outcome.Closed() -> {
        cookies.clear(response);
        yield ResponseEntity.noContent().build();
      }
      case CloseAccount.Outcome.WrongPassword() -> throw AccessRefusals.wrongPassword();
      case CloseAccount.Outcome.Throttled(var wait) -> throw Refusal.tooOften(wait);
      case CloseAccount.Outcome.LastAdmin() -> throw AccessRefusals.lastAdmin();
    };
  }

  private static Refusal invalid(String pointer, String reason) {
    return Refusal.of(List.of(new InvalidInput(pointer, reason)));
  }
}
