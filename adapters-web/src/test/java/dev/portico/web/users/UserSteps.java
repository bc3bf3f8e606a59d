package dev.portico.web.users;

import dev.portico.application.Fakes;
import dev.portico.application.users.ViewUser;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** What it costs to look a user up over fakes, and to write one down for the wire. */
public final class UserSteps {

  private UserSteps() {}

  /** By name; {@code json} is the service's own mapper. */
  public static Map<String, Supplier<?>> all(JsonMapper json) {
    var fakes = new Fakes();
    var user = UserBuilder.aUser().withFullName("Alice Example").admin().build();
    var _ = fakes.users.addIfFree(user, PasswordHash.NONE);
    var viewUser = new ViewUser(fakes.users);
    var steps = new LinkedHashMap<String, Supplier<?>>();
    steps.put("view a user", () -> viewed(viewUser, new ViewUser.Command(user.id())));
    steps.put("a user to JSON", () -> json.writeValueAsBytes(MemberJson.of(user)));
    return steps;
  }

  private static User viewed(ViewUser viewUser, ViewUser.Command command) {
    return switch (viewUser.handle(command)) {
      case ViewUser.Outcome.Found(var user) -> user;
      case ViewUser.Outcome.NotFound() -> throw new IllegalStateException("nobody is there");
    };
  }
}
