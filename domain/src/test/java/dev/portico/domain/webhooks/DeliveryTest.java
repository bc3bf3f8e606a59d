package dev.portico.domain.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.shared.DomainEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// WH-2
class DeliveryTest {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");
  private static final DomainEvent EVENT =
      new DomainEvent(
          new UUID(0x7000L, 1),
          DomainEvent.Type.ITEM_CREATED,
          new UUID(0x7000L, 2),
          NOON,
          "{\"id\":\"1\"}");

  private final Delivery owed =
      Delivery.owed(
          new DeliveryId(new UUID(0x7000L, 3)), new WebhookId(new UUID(0x7000L, 4)), EVENT, NOON);

  private static Attempt attempt(Instant at, int status) {
    return new Attempt(at, Duration.ZERO, new Reply.Answered(status, Optional.empty()));
  }

  private static Attempt asking(Duration pause) {
    return new Attempt(NOON, Duration.ZERO, new Reply.Answered(429, Optional.of(pause)));
  }

  private static Instant dueAt(Delivery delivery) {
    return ((Delivery.State.Pending) delivery.state()).dueAt();
  }

  @Test
  void saysWhatHappened() {
    assertThat(owed.body())
        .isEqualTo(
            "{\"type\":\"item.created\",\"timestamp\":\"2024-01-15T12:00:00Z\","
                + "\"data\":{\"id\":\"1\"}}");
    assertThat(owed.messageId()).isEqualTo("msg_" + EVENT.id());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204, 299})
  void isDeliveredWhenTaken(int status) {
    assertThat(owed.begun().after(attempt(NOON, status)).state())
        .isEqualTo(new Delivery.State.Delivered());
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 301, 302, 307, 400, 401, 404, 429, 500, 503})
  void isDueAgainWhenNotTaken(int status) {
    assertThat(dueAt(owed.begun().after(attempt(NOON, status))))
        .isBetween(NOON.plusSeconds(10), NOON.plusMillis(12_500));
  }

  @Test
  void isDeadWhenTheReceiverIsGone() {
    assertThat(owed.begun().after(attempt(NOON, 410)).state()).isEqualTo(new Delivery.State.Dead());
  }

  @Test
  void isTriedForThreeDaysWithWaitsThatGrow() {
    var delivery = owed;
    var at = NOON;
    var last = Duration.ZERO;
    int tries = 0;
    while (true) {
      delivery = delivery.begun().after(attempt(at, 500));
      tries++;
      if (delivery.state() instanceof Delivery.State.Dead) {
        break;
      }
      var wait = Duration.between(at, dueAt(delivery));
      at = dueAt(delivery);
      assertThat(
              wait.compareTo(last) > 0
                  || wait.toHours() >= 6
                  || at.equals(NOON.plus(Delivery.SPAN)))
          .isTrue();
      last = wait;
    }

    assertThat(at).isEqualTo(NOON.plus(Delivery.SPAN));
    assertThat(tries).isBetween(11, 13);
  }

  @Test
  void obeysAReceiverThatAsksForMoreTime() {
    assertThat(dueAt(owed.begun().after(asking(Duration.ofHours(2)))))
        .isEqualTo(NOON.plus(Duration.ofHours(2)));
    assertThat(dueAt(owed.begun().after(asking(Duration.ofSeconds(1)))))
        .isAfterOrEqualTo(NOON.plusSeconds(10));
    assertThat(dueAt(owed.begun().after(asking(Duration.ofDays(900)))))
        .isEqualTo(NOON.plus(Duration.ofHours(30)));
  }

  @Test
  void beginsAnewWhenReplayed() {
    var later = NOON.plus(Duration.ofDays(9));

    var anew = owed.begun().dead().anew(later);

    assertThat(dueAt(anew)).isEqualTo(later);
    assertThat(anew.tries()).isZero();
    assertThat(anew.messageId()).isEqualTo(owed.messageId());
    assertThat(dueAt(anew.begun().after(attempt(later, 500)))).isAfter(later);
  }

  @Test
  void knowsHowLongAReceiverMayFail() {
    var webhook = WebhookBuilder.aWebhook().build();

    var failing = webhook.failed(NOON);
    assertThat(failing.failingSince()).contains(NOON);
    var justNotYet = failing.failed(NOON.plus(Webhook.PATIENCE).minusMillis(1));
    assertThat(justNotYet.disabled()).isEmpty();
    assertThat(justNotYet.failingSince()).contains(NOON);
    assertThat(justNotYet.steady().failingSince()).isEmpty();
    var disabled = failing.failed(NOON.plus(Webhook.PATIENCE));
    assertThat(disabled.disabled()).contains(Webhook.Disabled.FAILING);
    assertThat(disabled.enabled()).isEqualTo(webhook);
    assertThat(webhook.gone(NOON).disabled()).contains(Webhook.Disabled.GONE);
    assertThat(webhook.gone(NOON).failed(NOON.plus(Webhook.PATIENCE)).disabled())
        .contains(Webhook.Disabled.GONE);
  }
}
