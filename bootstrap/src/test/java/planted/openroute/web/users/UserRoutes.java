package planted.openroute.web.users;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import planted.openroute.web.shared.RoutePolicy;

/** Breaks: routes declare their policy. Anybody may list. */
@RestController
final class UserRoutes {

  @GetMapping("/users")
  String list() {
    return "[]";
  }

  @RoutePolicy
  @DeleteMapping("/users")
  void clear() {}
}
