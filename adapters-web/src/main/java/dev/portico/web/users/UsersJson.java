package dev.portico.web.users;

import dev.portico.application.users.ChoosePassword;
import dev.portico.application.users.NewPassword;
import dev.portico.application.users.RegisterUser;
import dev.portico.application.users.SecurePassword;
import dev.portico.application.users.SecuredPassword;
import dev.portico.domain.shared.Parsed;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.FullName;
import dev.portico.domain.users.Role;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserFilter;
import dev.portico.domain.users.UserSearch;
import dev.portico.domain.users.Username;
import dev.portico.web.shared.JsonBody;
import dev.portico.web.shared.QueryFields;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Users as they look on the wire. */
final class UsersJson {

  private UsersJson() {}

  /** What a user sees of an account they have just made. */
  record AccountJson(
      String id,
      String username,
      String email,
      @Nullable String fullName,
      boolean isActive,
      Instant createdAt) {

    static AccountJson of(User user) {
      return new AccountJson(
          user.id().toString(),
          user.username().text(),
          user.email().text(),
          user.fullName().map(FullName::text).orElse(null),
          user.active(),
          user.createdAt());
    }
  }

  /** What everyone sees of a user. */
  record ProfileJson(String id, String username, @Nullable String fullName, Instant createdAt) {

    static ProfileJson of(User user) {
      return new ProfileJson(
          user.id().toString(),
          user.username().text(),
          user.fullName().map(FullName::text).orElse(null),
          user.createdAt());
    }
  }

  /** Reads which users an administrator wants; to be looked at once the query is checked. */
  static Supplier<UserFilter> filter(QueryFields query) {
    var search = query.optional("q", UserSearch::parse);
    var active = query.optional("is_active", UsersJson::flag);
    var role = query.optional("role", Role::parse);
    return () -> new UserFilter(search.value(), active.value(), role.value());
  }

  private static Parsed<Boolean> flag(String text) {
    return switch (text) {
      case "true" -> Parsed.accepted(true);
      case "false" -> Parsed.accepted(false);
      default -> Parsed.refused("must be true or false");
    };
  }

  /**
   * Reads who wants to register; hashes the password, which is what takes long, once all is well.
   */
  static RegisterUser.Command registration(
      JsonBody body, ChoosePassword choosePassword, SecurePassword securePassword) {
    var username = body.required("username", Username::parse);
    var email = body.required("email", EmailAddress::parse);
    var fullName = body.optional("full_name", FullName::parse);
    var password =
        body.required(
            "password",
            text ->
                parsed(
                    choosePassword.handle(
                        new ChoosePassword.Command(text, username.ifValid(), email.ifValid()))));
    body.check();
    return new RegisterUser.Command(
        username.value(),
        email.value(),
        fullName.value(),
        secured(securePassword, password.value()));
  }

  private static SecuredPassword secured(SecurePassword securePassword, NewPassword password) {
    return switch (securePassword.handle(new SecurePassword.Command(password))) {
      case SecurePassword.Outcome.Secured(var secured) -> secured;
    };
  }

  private static Parsed<NewPassword> parsed(ChoosePassword.Outcome outcome) {
    return switch (outcome) {
      case ChoosePassword.Outcome.Chosen(var password) -> Parsed.accepted(password);
      case ChoosePassword.Outcome.Refused(var reason) -> Parsed.refused(reason);
    };
  }
}
