package dev.portico.persistence.users;

import dev.portico.application.users.port.Users.Credentials;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.FullName;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.Role;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import dev.portico.domain.users.Username;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A user as kept. The keys are what is unique; see the migration. */
@Entity(name = "UserRow")
@Table(name = "users")
class UserRow {

  @Id
  @Column(name = "id")
  UUID id;

  @Column(name = "username")
  String username;

  @Column(name = "username_key")
  String usernameKey;

  @Column(name = "email")
  String email;

  @Column(name = "email_key")
  String emailKey;

  @Column(name = "email_verified")
  boolean emailVerified;

  @Column(name = "full_name")
  @Nullable String fullName;

  @Column(name = "active")
  boolean active;

  /** Names of roles, in order. */
  @Column(name = "roles")
  String[] roles;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "password_hash")
  String passwordHash;

  /** For Hibernate, which fills the fields itself. */
  @SuppressWarnings("NullAway.Init")
  protected UserRow() {}

  @SuppressWarnings("NullAway.Init")
  static UserRow of(User user, PasswordHash hash) {
    var row = new UserRow();
    row.id = user.id().value();
    row.username = user.username().text();
    row.usernameKey = user.username().key();
    row.email = user.email().text();
    row.emailKey = user.email().key();
    row.emailVerified = user.emailVerified();
    row.fullName = user.fullName().map(FullName::text).orElse(null);
    row.change(user);
    row.createdAt = user.createdAt();
    row.passwordHash = hash.encoded();
    return row;
  }

  /** Takes over what administrators change. */
  final void change(User user) {
    active = user.active();
    roles = user.roles().stream().map(Role::name).sorted().toArray(String[]::new);
  }

  User toDomain() {
    return new User(
        new UserId(id),
        new Username(username),
        new EmailAddress(email),
        emailVerified,
        Optional.ofNullable(fullName).map(FullName::new),
        active,
        Arrays.stream(roles).map(Role::valueOf).collect(Collectors.toUnmodifiableSet()),
        createdAt);
  }

  Credentials toCredentials() {
    return new Credentials(toDomain(), new PasswordHash(passwordHash));
  }
}
