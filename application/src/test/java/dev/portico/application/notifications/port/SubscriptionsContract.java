package dev.portico.application.notifications.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.notifications.port.Subscriptions.Admission;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.notifications.Subscription;
import dev.portico.domain.notifications.SubscriptionRequest;
import dev.portico.domain.users.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every memory of requests for subscriptions promises. Fresh and empty for each test. */
public abstract class SubscriptionsContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00.123456Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Admission GRANTED = new Admission.Granted();

  private final AtomicInteger count = new AtomicInteger();

  protected abstract Subscriptions subscriptions();

  protected abstract Transactions transactions();

  private Admission request(String email, String client, Instant at) {
    return subscriptions()
        .requestIfAllowed(
            new SubscriptionRequest(
                new UUID(1, count.incrementAndGet()),
                EmailAddress.parse(email).orThrow(),
                client,
                at));
  }

  private void grant(int times, String email, String client) {
    for (int i = 0; i < times; i++) {
      assertThat(request(email, client, NOON.plusSeconds(i))).isEqualTo(GRANTED);
    }
  }

  @Test
  void holdTheFourthOfAnHourForAnAddress() {
    grant(3, "alice@example.com", "a");

    assertThat(request("alice@example.com", "b", NOON.plusSeconds(9)))
        .isEqualTo(new Admission.Held(NOON.plus(HOUR)));
  }

  @Test
  void takeAnAddressInAnyCaseForTheSame() {
    grant(3, "Alice@example.com", "a");

    assertThat(request("aLICE@EXAMPLE.com", "b", NOON.plusSeconds(9)))
        .isInstanceOf(Admission.Held.class);
    assertThat(request("alice2@example.com", "b", NOON.plusSeconds(9))).isEqualTo(GRANTED);
  }

  @Test
  void grantAgainOnceTheOldestHasLeftTheHour() {
    grant(3, "alice@example.com", "a");

    assertThat(request("alice@example.com", "a", NOON.plus(HOUR).minusNanos(1_000)))
        .isInstanceOf(Admission.Held.class);
    assertThat(request("alice@example.com", "a", NOON.plus(HOUR))).isEqualTo(GRANTED);
    assertThat(request("alice@example.com", "a", NOON.plus(HOUR)))
        .isEqualTo(new Admission.Held(NOON.plusSeconds(1).plus(HOUR)));
  }

  @Test
  void holdTheTwentyFirstOfAnHourForAClient() {
    for (int i = 0; i < 20; i++) {
      assertThat(request("user" + i + "@example.com", "a", NOON.plusSeconds(i))).isEqualTo(GRANTED);
    }

    assertThat(request("late@example.com", "a", NOON.plusSeconds(30)))
        .isEqualTo(new Admission.Held(NOON.plus(HOUR)));
    assertThat(request("late@example.com", "b", NOON.plusSeconds(30))).isEqualTo(GRANTED);
    assertThat(request("late@example.com", "a", NOON.plus(HOUR))).isEqualTo(GRANTED);
  }

  @Test
  void nameTheLaterTimeWhereBothAreHeld() {
    for (int i = 0; i < 17; i++) {
      assertThat(request("user" + i + "@example.com", "a", NOON)).isEqualTo(GRANTED);
    }
    for (int i = 1; i <= 3; i++) {
      assertThat(request("alice@example.com", "a", NOON.plusSeconds(i))).isEqualTo(GRANTED);
    }

    assertThat(request("alice@example.com", "a", NOON.plusSeconds(9)))
        .isEqualTo(new Admission.Held(NOON.plusSeconds(1).plus(HOUR)));
  }

  @Test
  void countNoneThatWasHeld() {
    grant(3, "alice@example.com", "a");
    for (int i = 0; i < 30; i++) {
      assertThat(request("alice@example.com", "a", NOON.plusSeconds(9)))
          .isInstanceOf(Admission.Held.class);
    }

    assertThat(request("bob@example.com", "a", NOON.plusSeconds(9))).isEqualTo(GRANTED);
    assertThat(request("alice@example.com", "a", NOON.plus(HOUR))).isEqualTo(GRANTED);
  }

  @Test
  void forgetWhatARolledBackTransactionRequested() {
    assertThatThrownBy(() ->
            transactions()
                .inTransaction(() -> {
                  grant(3, "alice@example.com", "a");
                  throw new IllegalStateException("on purpose");
                }))
        .hasMessage("on purpose");

    grant(3, "alice@example.com", "a");
  }

  @Test
  void grantNoMoreWhenAskedAtOnce() throws Exception {
    var admissions = new ArrayList<Admission>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Admission>>();
      for (int i = 0; i < 12; i++) {
        var client = "client " + i % 3;
        running.add(threads.submit(() -> request("alice@example.com", client, NOON)));
      }
      for (var admission : running) {
        admissions.add(admission.get());
      }
    }

    assertThat(admissions).filteredOn(GRANTED::equals).hasSize(3);
    assertThat(admissions).filteredOn(new Admission.Held(NOON.plus(HOUR))::equals).hasSize(9);
  }

  @Test
  void grantAClientNoMoreWhenAskedAtOnce() throws Exception {
    var admissions = new ArrayList<Admission>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Admission>>();
      for (int i = 0; i < 30; i++) {
        var email = "user" + i + "@example.com";
        running.add(threads.submit(() -> request(email, "a", NOON)));
      }
      for (var admission : running) {
        admissions.add(admission.get());
      }
    }

    assertThat(admissions).filteredOn(GRANTED::equals).hasSize(20);
  }

  private static EmailAddress address(String text) {
    return EmailAddress.parse(text).orThrow();
  }

  private void offer(String email, String digest) {
    subscriptions().offer(new Subscription(address(email), digest, NOON.plus(HOUR)), NOON);
  }

  @Test
  void subscribeNobodyWhoDidNotAgree() {
    offer("alice@example.com", "d1");

    assertThat(subscriptions().isSubscribed(address("alice@example.com"))).isFalse();
    assertThat(subscriptions().confirm("d2", NOON)).isFalse();
    assertThat(subscriptions().isSubscribed(address("alice@example.com"))).isFalse();
  }

  @Test
  void subscribeWhoAgreesOnce() {
    offer("Alice@example.com", "d1");

    assertThat(subscriptions().confirm("d1", NOON)).isTrue();

    assertThat(subscriptions().isSubscribed(address("aLICE@EXAMPLE.com"))).isTrue();
    assertThat(subscriptions().isSubscribed(address("bob@example.com"))).isFalse();
    assertThat(subscriptions().confirm("d1", NOON)).isFalse();
  }

  @Test
  void takeTheLastCodeAndNoOther() {
    offer("alice@example.com", "d1");
    offer("ALICE@example.com", "d2");

    assertThat(subscriptions().confirm("d1", NOON)).isFalse();
    assertThat(subscriptions().confirm("d2", NOON)).isTrue();
  }

  @Test
  void takeNoCodeWhoseTimeIsOver() {
    offer("alice@example.com", "d1");

    assertThat(subscriptions().confirm("d1", NOON.plus(HOUR))).isFalse();
    assertThat(subscriptions().confirm("d1", NOON.plus(HOUR).minusNanos(1_000))).isTrue();
  }

  @Test
  void keepWhoAgreedWhateverIsOfferedLater() {
    offer("alice@example.com", "d1");
    assertThat(subscriptions().confirm("d1", NOON)).isTrue();

    offer("alice@example.com", "d2");

    assertThat(subscriptions().isSubscribed(address("alice@example.com"))).isTrue();
    assertThat(subscriptions().confirm("d2", NOON)).isTrue();
  }

  @Test
  void letOneOfManyUseACode() {
    offer("alice@example.com", "d1");

    var agreed = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        threads.execute(() -> agreed.addAndGet(subscriptions().confirm("d1", NOON) ? 1 : 0));
      }
    }

    assertThat(agreed).hasValue(1);
  }
}
