package dev.portico.domain.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.users.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubscriptionRequestTest {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  /** So many, a second apart, the newest at this instant. */
  private static List<Instant> before(Instant newest, int count) {
    return IntStream.range(0, count).mapToObj(newest::minusSeconds).toList();
  }

  @Test
  void looksBackAnHour() {
    var email = EmailAddress.parse("alice@example.com").orThrow();
    var request = new SubscriptionRequest(new UUID(1, 1), email, "client", NOON);

    assertThat(request.windowStart()).isEqualTo(NOON.minus(HOUR));
  }

  @Test
  void isHeldByNeitherBelowTheLimits() {
    assertThat(SubscriptionRequest.heldUntil(before(NOON, 2), before(NOON, 19))).isEmpty();
  }

  @Test
  void isHeldUntilTheThirdOfTheAddressIsAnHourAgo() {
    assertThat(SubscriptionRequest.heldUntil(before(NOON, 3), List.of()))
        .contains(NOON.minusSeconds(2).plus(HOUR));
  }

  @Test
  void isHeldUntilTheTwentiethOfTheClientIsAnHourAgo() {
    assertThat(SubscriptionRequest.heldUntil(List.of(), before(NOON, 21)))
        .contains(NOON.minusSeconds(19).plus(HOUR));
  }

  @Test
  void isHeldUntilBothAreFree() {
    var late = NOON.plusSeconds(60);

    assertThat(SubscriptionRequest.heldUntil(before(late, 3), before(NOON, 20)))
        .contains(late.minusSeconds(2).plus(HOUR));
    assertThat(SubscriptionRequest.heldUntil(before(NOON, 3), before(late, 20)))
        .contains(late.minusSeconds(19).plus(HOUR));
  }
}
