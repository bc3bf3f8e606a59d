package dev.portico.web.access;

import dev.portico.application.Hexagon;
import dev.portico.application.access.AdministerUser;
import dev.portico.application.access.DeleteUser;
import dev.portico.domain.users.AccountChange;
import dev.portico.domain.users.Role;
import dev.portico.domain.users.UserId;
import dev.portico.web.shared.Caller;
import dev.portico.web.shared.JsonBody;
import dev.portico.web.shared.ProblemType;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What administrators do to others' accounts. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class AdministrationController {

  private final AdministerUser administerUser;
  private final DeleteUser deleteUser;

  AdministrationController(Hexagon hexagon) {
    administerUser = hexagon.administerUser();
    deleteUser = hexagon.deleteUser();
  }

  @PatchMapping(path = "/users/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @RoutePolicy(Who.ADMIN)
  ResponseEntity<Void> change(@PathVariable String id, JsonBody body, Caller caller) {
    var active = body.optionalFlag("is_active");
    var roles = body.optionalTexts("roles", Role::parse);
    body.check();
    var change = new AccountChange(active.value(), roles.value());
    var command = new AdministerUser.Command(user(id), change, new UserId(caller.id()));
    return switch (administerUser.handle(command)) {
      case AdministerUser.Outcome.Changed _ -> ResponseEntity.noContent().build();
      case AdministerUser.Outcome.NotFound() -> throw notFound();
      case AdministerUser.Outcome.OwnAccount() -> throw ownAccount();
      case AdministerUser.Outcome.LastAdmin() -> throw AccessRefusals.lastAdmin();
    };
  }

  @DeleteMapping("/users/{id}")
  @RoutePolicy(Who.ADMIN)
  ResponseEntity<Void> delete(@PathVariable String id, Caller caller) {
    var command = new DeleteUser.Command(user(id), new UserId(caller.id()));
    return switch (deleteUser.handle(command)) {
      case DeleteUser.Outcome.Deleted() -> ResponseEntity.noContent().build();
      case DeleteUser.Outcome.NotFound() -> throw notFound();
      case DeleteUser.Outcome.OwnAccount() -> throw ownAccount();
      case DeleteUser.Outcome.LastAdmin() -> throw AccessRefusals.lastAdmin();
    };
  }

  private static UserId user(String id) {
    return UserId.parse(id).asOptional().orElseThrow(AdministrationController::notFound);
  }

  private static Refusal notFound() {
    return Refusal.of(ProblemType.NOT_FOUND, "User not found");
  }

  private static Refusal ownAccount() {
    return Refusal.of(
        ProblemType.ADMINISTRATOR_NEEDED,
        "Administrators cannot take their own rights; another one has to");
  }
}
