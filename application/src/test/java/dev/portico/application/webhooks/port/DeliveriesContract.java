package dev.portico.application.webhooks.port;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.shared.port.Transactions;
import dev.portico.application.webhooks.port.Deliveries.Lane;
import dev.portico.application.webhooks.port.Deliveries.Lease;
import dev.portico.application.webhooks.port.Deliveries.Shown;
import dev.portico.domain.shared.DomainEvent;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.User;
import dev.portico.domain.webhooks.Attempt;
import dev.portico.domain.webhooks.Delivery;
import dev.portico.domain.webhooks.DeliveryId;
import dev.portico.domain.webhooks.Reply;
import dev.portico.domain.webhooks.Webhook;
import dev.portico.domain.webhooks.WebhookBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of deliveries promises. A fresh, empty store for each test. */
public abstract class DeliveriesContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00.123456Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Reply TAKEN = new Reply.Answered(204, Optional.empty());
  private static final Reply TIMEOUT = new Reply.Failed(Reply.Failure.TIMEOUT);

  private Webhook webhook = WebhookBuilder.aWebhook().build();
  private int count;

  protected abstract Webhooks webhooks();

  protected abstract Deliveries deliveries();

  protected abstract Transactions transactions();

  /** Lets there be this user. */
  protected abstract void add(User user);

  @BeforeEach
  void register() {
    webhook = registered();
  }

  private Webhook registered() {
    var owner = aUser().build();
    add(owner);
    var another = WebhookBuilder.aWebhook().withOwner(owner.id()).build();
    assertThat(webhooks().addIfRoom(another, 9)).isTrue();
    return another;
  }

  private Delivery owed(Webhook to, Instant at) {
    var event =
        new DomainEvent(
            new UUID(0x7000L, ++count),
            DomainEvent.Type.ITEM_CREATED,
            to.owner().value(),
            NOON.minusSeconds(5),
            "{\"id\":\"é 🦊\",\"n\":1.50}");
    return Delivery.owed(new DeliveryId(new UUID(0x7001L, count)), to.id(), event, at);
  }

  private Delivery added(Webhook to, Instant at) {
    var delivery = owed(to, at);
    deliveries().add(delivery);
    return delivery;
  }

  private List<Lease> take(Lane lane, Instant now) {
    return deliveries().takeDue(lane, 10, now, MINUTE);
  }

  private Lease takeOne() {
    var leases = take(Lane.STEADY, NOON);
    assertThat(leases).hasSize(1);
    return leases.getFirst();
  }

  private List<Shown> shown() {
    return deliveries().list(webhook.id(), new PageRequest<>(100, Optional.empty())).items();
  }

  @Test
  void givesADeliveryAsAddedAndBegun() {
    var delivery = added(webhook, NOON);

    assertThat(take(Lane.STEADY, NOON))
        .extracting(Lease::delivery)
        .containsExactly(delivery.begun());
  }

  @Test
  void givesADeliveryFromTheInstantItIsDue() {
    var _ = added(webhook, NOON);

    assertThat(take(Lane.STEADY, NOON.minusNanos(1_000))).isEmpty();
    assertThat(take(Lane.STEADY, NOON)).hasSize(1);
  }

  @Test
  void keepsOneForEachEventAndWebhook() {
    var delivery = added(webhook, NOON);
    deliveries()
        .add(
            Delivery.owed(
                new DeliveryId(new UUID(0x7002L, 1)), webhook.id(), delivery.event(), NOON));

    assertThat(shown()).extracting(Shown::delivery).containsExactly(delivery);
  }

  @Test
  void leavesOutWhatIsForAWebhookThatIsGone() {
    var delivery = owed(webhook, NOON);
    assertThat(webhooks().remove(webhook.owner(), webhook.id())).isTrue();

    deliveries().add(delivery);

    assertThat(take(Lane.STEADY, NOON)).isEmpty();
  }

  @Test
  void forgetsWhatWasForAWebhookThatIsRemoved() {
    var _ = added(webhook, NOON);
    var lease = takeOne();

    assertThat(webhooks().remove(webhook.owner(), webhook.id())).isTrue();

    assertThat(shown()).isEmpty();
    assertThat(deliveries().settle(lease, Optional.empty(), lease.delivery().dead())).isFalse();
  }

  @Test
  void givesThoseOfOneDueEarliestFirstAndNoMoreThanItsLaneAllows() {
    int most = Lane.STEADY.mostAtOnce();
    var all = IntStream.rangeClosed(0, most).mapToObj(i -> added(webhook, NOON.minusSeconds(i)));
    var latest = all.toList().getFirst();

    assertThat(take(Lane.STEADY, NOON))
        .hasSize(most)
        .extracting(lease -> lease.delivery().id())
        .doesNotContain(latest.id());
    assertThat(take(Lane.STEADY, NOON)).isEmpty();
  }

  @Test
  void hasRoomForAnotherWhenOneIsSettled() {
    for (int i = 0; i <= Lane.STEADY.mostAtOnce(); i++) {
      var _ = added(webhook, NOON);
    }
    var lease = take(Lane.STEADY, NOON).getFirst();

    assertThat(deliveries().settle(lease, Optional.empty(), lease.delivery().dead())).isTrue();

    assertThat(take(Lane.STEADY, NOON)).hasSize(1);
  }

  @Test
  void letsNoWebhookWaitForAnother() {
    for (int i = 0; i < 20; i++) {
      var _ = added(webhook, NOON.minusSeconds(9));
    }
    var other = added(registered(), NOON);

    assertThat(take(Lane.STEADY, NOON))
        .hasSize(Lane.STEADY.mostAtOnce() + 1)
        .extracting(lease -> lease.delivery().id())
        .contains(other.id());
  }

  @Test
  void givesNoMoreThanAskedFor() {
    for (int i = 0; i < 4; i++) {
      var _ = added(registered(), NOON);
    }

    assertThat(deliveries().takeDue(Lane.STEADY, 3, NOON, MINUTE)).hasSize(3);
    assertThat(deliveries().takeDue(Lane.STEADY, 3, NOON, MINUTE)).hasSize(1);
  }

  @Test
  void keepsFailingOnesInTheirLane() {
    for (int i = 0; i < 2; i++) {
      var _ = added(webhook, NOON);
    }
    webhooks().change(webhook.id(), it -> it.failed(NOON));

    assertThat(take(Lane.STEADY, NOON)).isEmpty();
    assertThat(take(Lane.FAILING, NOON)).hasSize(1);
  }

  @Test
  void givesADeliveryAgainWhenItsLeaseHasRunOut() {
    var _ = added(webhook, NOON);
    var first = takeOne();

    assertThat(take(Lane.STEADY, NOON.plus(MINUTE).minusNanos(1_000))).isEmpty();
    var second = take(Lane.STEADY, NOON.plus(MINUTE)).getFirst();

    assertThat(second.delivery().tries()).isEqualTo(2);
    assertThat(deliveries().settle(first, Optional.empty(), first.delivery().dead())).isFalse();
    assertThat(deliveries().settle(second, Optional.empty(), second.delivery().dead())).isTrue();
  }

  @Test
  void keepsEveryAttempt() {
    var _ = added(webhook, NOON);
    var lease = takeOne();
    var failed = new Attempt(NOON, Duration.ofMillis(20_001), TIMEOUT);
    var after = lease.delivery().after(failed);
    assertThat(deliveries().settle(lease, Optional.of(failed), after)).isTrue();
    assertThat(shown()).containsExactly(new Shown(after, List.of(failed)));

    var second = take(Lane.STEADY, NOON.plus(Duration.ofHours(1))).getFirst();
    var taken = new Attempt(NOON.plus(Duration.ofHours(1)), Duration.ofMillis(3), TAKEN);
    var done = second.delivery().after(taken);
    assertThat(deliveries().settle(second, Optional.of(taken), done)).isTrue();

    assertThat(done.state()).isEqualTo(new Delivery.State.Delivered());
    assertThat(shown()).containsExactly(new Shown(done, List.of(failed, taken)));
    assertThat(take(Lane.STEADY, NOON.plus(Duration.ofDays(9)))).isEmpty();
    assertThat(deliveries().settle(second, Optional.of(taken), done)).isFalse();
  }

  @Test
  void beginsAnewWhatIsOver() {
    var _ = added(webhook, NOON);
    var lease = takeOne();
    assertThat(deliveries().settle(lease, Optional.empty(), lease.delivery().dead())).isTrue();
    var id = lease.delivery().id();

    assertThat(deliveries().replay(registered().id(), id, NOON)).isEmpty();
    assertThat(deliveries().replay(webhook.id(), id, NOON.plusSeconds(5)))
        .contains(lease.delivery().anew(NOON.plusSeconds(5)));

    assertThat(take(Lane.STEADY, NOON.plusSeconds(5)))
        .extracting(Lease::delivery)
        .containsExactly(lease.delivery().anew(NOON.plusSeconds(5)).begun());
  }

  @Test
  void leavesAloneWhatIsUnderWay() {
    var _ = added(webhook, NOON);
    var lease = takeOne();

    assertThat(deliveries().replay(webhook.id(), lease.delivery().id(), NOON.plusSeconds(5)))
        .contains(lease.delivery());
    assertThat(deliveries().settle(lease, Optional.empty(), lease.delivery().dead())).isTrue();
  }

  @Test
  void listsNewestFirstAPageAtATime() {
    var all =
        IntStream.range(0, 5)
            .mapToObj(i -> added(webhook, NOON.plusSeconds(i / 2)))
            .toList()
            .reversed();
    var _ = added(registered(), NOON);

    var first = deliveries().list(webhook.id(), new PageRequest<>(3, Optional.empty()));
    var second = deliveries().list(webhook.id(), new PageRequest<>(3, first.next()));

    assertThat(first.items()).extracting(Shown::delivery).isEqualTo(all.subList(0, 3));
    assertThat(second.items()).extracting(Shown::delivery).isEqualTo(all.subList(3, 5));
    assertThat(second.next()).isEmpty();
  }

  @Test
  void purgesWhatIsOverAndOld() {
    var pending = added(webhook, NOON.plusSeconds(1));
    var _ = added(webhook, NOON);
    var lease = takeOne();
    var attempt = new Attempt(NOON, Duration.ZERO, TAKEN);
    assertThat(deliveries().settle(lease, Optional.of(attempt), lease.delivery().after(attempt)))
        .isTrue();

    assertThat(deliveries().purge(NOON, 10)).isZero();
    assertThat(deliveries().purge(NOON.plusSeconds(9), 10)).isEqualTo(1);
    assertThat(shown()).extracting(Shown::delivery).containsExactly(pending);
  }

  @Test
  void undoesEverythingWithItsTransaction() {
    var delivery = owed(webhook, NOON);

    assertThatThrownBy(() ->
            transactions()
                .inTransaction(() -> {
                  deliveries().add(delivery);
                  throw new IllegalStateException("on purpose");
                }))
        .hasMessage("on purpose");

    assertThat(shown()).isEmpty();
  }

  @Test
  void givesNoDeliveryToTwoOfManyTakersAndKeepsTheBound() throws Exception {
    for (int i = 0; i < 12; i++) {
      var _ = added(webhook, NOON);
    }
    var taken = new ArrayList<Lease>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<List<Lease>> taker = () -> take(Lane.STEADY, NOON);
      for (var some : threads.invokeAll(Collections.nCopies(8, taker))) {
        taken.addAll(some.get());
      }
    }

    assertThat(taken).hasSize(Lane.STEADY.mostAtOnce());
    assertThat(taken).extracting(lease -> lease.delivery().id()).doesNotHaveDuplicates();
  }
}
