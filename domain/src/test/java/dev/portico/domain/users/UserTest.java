package dev.portico.domain.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UserTest {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");

  private final UserId id = new UserId(new UUID(1, 2));
  private final User user =
      User.registered(
          id,
          new Username("alice"),
          EmailAddress.parse("alice@example.com").orThrow(),
          Optional.empty(),
          NOON);

  @Test
  void isActiveFromTheFirstMoment() {
    assertThat(user.active()).isTrue();
    assertThat(user.createdAt()).isEqualTo(NOON);
  }

  @Test
  void standsWhereItsAgeAndIdPutIt() {
    assertThat(user.position()).isEqualTo(new User.Position(NOON, id));
  }
}
