package dev.portico.domain.users;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Builds users for tests: valid and unlike each other unless told otherwise. */
public final class UserBuilder {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final int number = COUNT.incrementAndGet();
  private UUID id = new UUID(0x0190_0000_0000_7000L + number, 0x8000_0000_0000_0000L + number);
  private String username = "user-" + number;
  private String email = "user-" + number + "@example.com";
  private Optional<String> fullName = Optional.empty();
  private boolean emailVerified;
  private boolean active = true;
  private Set<Role> roles = Set.of();
  private Instant createdAt = Instant.parse("2024-01-15T12:00:00Z").plusMillis(number);

  private UserBuilder() {}

  public static UserBuilder aUser() {
    return new UserBuilder();
  }

  /** Sets the name, and an address to go with it. */
  public UserBuilder named(String name) {
    username = name;
    email = name + "@example.com";
    return this;
  }

  public UserBuilder withId(UUID value) {
    id = value;
    return this;
  }

  public UserBuilder withUsername(String value) {
    username = value;
    return this;
  }

  public UserBuilder withEmail(String value) {
    email = value;
    return this;
  }

  public UserBuilder withFullName(String value) {
    fullName = Optional.of(value);
    return this;
  }

  public UserBuilder verified() {
    emailVerified = true;
    return this;
  }

  public UserBuilder admin() {
    roles = Set.of(Role.ADMIN);
    return this;
  }

  public UserBuilder inactive() {
    active = false;
    return this;
  }

  public UserBuilder createdAt(Instant value) {
    createdAt = value;
    return this;
  }

  public User build() {
    return new User(
        new UserId(id),
        Username.parse(username).orThrow(),
        EmailAddress.parse(email).orThrow(),
        emailVerified,
        fullName.map(text -> FullName.parse(text).orThrow()),
        active,
        roles,
        createdAt);
  }
}
