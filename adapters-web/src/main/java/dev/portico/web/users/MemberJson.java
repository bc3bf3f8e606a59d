package dev.portico.web.users;

import dev.portico.domain.users.FullName;
import dev.portico.domain.users.Role;
import dev.portico.domain.users.User;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole record of a user, for administrators and the user. */
record MemberJson(
    String id,
    String username,
    String email,
    boolean emailVerified,
    @Nullable String fullName,
    boolean isActive,
    List<String> roles,
    Instant createdAt) {

  static MemberJson of(User user) {
    return new MemberJson(
        user.id().toString(),
        user.username().text(),
        user.email().text(),
        user.emailVerified(),
        user.fullName().map(FullName::text).orElse(null),
        user.active(),
        user.roles().stream().map(Role::text).sorted().toList(),
        user.createdAt());
  }
}
