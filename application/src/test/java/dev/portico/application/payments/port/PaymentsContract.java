package dev.portico.application.payments.port;

import static dev.portico.domain.payments.PaymentBuilder.aPayment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.domain.items.ItemId;
import dev.portico.domain.payments.Payment;
import dev.portico.domain.payments.PaymentId;
import dev.portico.domain.shared.CanIgnoreReturnValue;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of payments promises. A fresh, empty store for each test. */
public abstract class PaymentsContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00.123456Z");
  private static final UserId ALICE = new UserId(new UUID(0x7000L, 1));
  private static final ItemId SOMETHING = new ItemId(new UUID(0x7000L, 3));
  private static final UserId BOB = new UserId(new UUID(0x7000L, 2));

  protected abstract Payments payments();

  @CanIgnoreReturnValue
  private <P extends Payment> P keep(P payment) {
    payments().add(Payment.ordered(payment.order()));
    if (!payment.equals(Payment.ordered(payment.order()))) {
      assertThat(payments().replacePending(payment)).isTrue();
    }
    return payment;
  }

  @Test
  void findAPaymentAsAdded() {
    var full =
        keep(
            aPayment()
                .of("0.01", "USD")
                .describedAs("Grüße 🦊")
                .chargedTo("pm_1")
                .forItem(SOMETHING)
                .build());
    var bare = keep(aPayment().of("1000000", "JPY").build());
    var fine = keep(aPayment().of("12.345", "BHD").build());

    assertThat(payments().find(full.order().id())).contains(full);
    assertThat(payments().find(bare.order().id())).contains(bare);
    assertThat(payments().find(fine.order().id())).contains(fine);
  }

  @Test
  void findNothingByAnUnknownId() {
    keep(aPayment().build());

    assertThat(payments().find(new PaymentId(new UUID(1, 1)))).isEmpty();
  }

  @Test
  void takeNoIdTwice() {
    var payment = keep(aPayment().build());
    var again = aPayment().withId(payment.order().id().value()).of("7", "EUR").build();

    assertThatThrownBy(() -> payments().add(again)).isInstanceOf(RuntimeException.class);
    assertThat(payments().find(payment.order().id())).contains(payment);
  }

  @Test
  void keepWhatBecameOfAPendingPayment() {
    var succeeded = keep(aPayment().build().succeeded("ch_1", NOON));
    var declined = keep(aPayment().build().declined("no funds", NOON));
    var doubted = keep(aPayment().build().doubted());

    assertThat(payments().find(succeeded.order().id())).contains(succeeded);
    assertThat(payments().find(declined.order().id())).contains(declined);
    assertThat(payments().find(doubted.order().id())).contains(doubted);
  }

  @Test
  void settleAPaymentInDoubt() {
    var doubted = keep(aPayment().build().doubted());

    assertThat(payments().replacePending(doubted.succeeded("ch_1", NOON))).isTrue();
    assertThat(payments().find(doubted.order().id())).contains(doubted.succeeded("ch_1", NOON));
  }

  @Test
  void leaveASettledPaymentAsItIs() {
    for (var settled :
        List.of(
            keep(aPayment().build().succeeded("ch_1", NOON)),
            keep(aPayment().build().declined("no funds", NOON)))) {
      var pending = Payment.ordered(settled.order());

      assertThat(payments().replacePending(pending.succeeded("ch_2", NOON))).isFalse();
      assertThat(payments().replacePending(pending.declined("other", NOON))).isFalse();
      assertThat(payments().replacePending(pending.doubted())).isFalse();
      assertThat(payments().find(settled.order().id())).contains(settled);
    }
  }

  @Test
  void replaceNoPaymentThatIsNotThere() {
    var unknown = aPayment().build();

    assertThat(payments().replacePending(unknown.succeeded("ch_1", NOON))).isFalse();
    assertThat(payments().find(unknown.order().id())).isEmpty();
  }

  @Test
  void areSettledByOneOfManyAtOnce() throws Exception {
    var pending = keep(aPayment().build());
    var settled = new ArrayList<Boolean>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Boolean>>();
      for (int i = 0; i < 20; i++) {
        var next = pending.succeeded("ch_" + i, NOON);
        running.add(threads.submit(() -> payments().replacePending(next)));
      }
      for (var result : running) {
        settled.add(result.get());
      }
    }

    assertThat(settled).filteredOn(Boolean::booleanValue).hasSize(1);
    assertThat(payments().find(pending.order().id())).containsInstanceOf(Payment.Succeeded.class);
  }

  @Test
  void listOnesOwnTheNewestFirst() {
    var oldest = keep(aPayment().by(ALICE).createdAt(NOON).build());
    var newest =
        keep(aPayment().by(ALICE).createdAt(NOON.plusSeconds(2)).build().declined("no", NOON));
    var middle =
        keep(aPayment().by(ALICE).createdAt(NOON.plusSeconds(1)).build().succeeded("ch", NOON));
    keep(aPayment().by(BOB).createdAt(NOON).build());

    var page = payments().listOf(ALICE, first(10));

    assertThat(page.items()).containsExactly(newest, middle, oldest);
    assertThat(page.next()).isEmpty();
    assertThat(payments().listOf(new UserId(new UUID(1, 1)), first(10)).items()).isEmpty();
  }

  @Test
  void listTheGreaterIdFirstOfOneInstant() {
    var low = keep(aPayment().by(ALICE).withId(new UUID(0x7000L, 5)).createdAt(NOON).build());
    // Greater as a UUID is compared byte by byte, though its second half is a negative long.
    var high = keep(aPayment().by(ALICE).withId(new UUID(0x7000L, -5)).createdAt(NOON).build());

    assertThat(payments().listOf(ALICE, first(10)).items()).containsExactly(high, low);
  }

  @Test
  void showEveryPaymentOnceOverAllPages() {
    // Several of one instant, so that the cut falls between them too.
    var all =
        IntStream.range(0, 11)
            .mapToObj(i -> keep(aPayment().by(ALICE).createdAt(NOON.plusSeconds(i / 4)).build()))
            .toList();
    keep(aPayment().by(BOB).createdAt(NOON.plusSeconds(1)).build());

    var seen = new ArrayList<Payment>();
    Optional<Payment.Position> after = Optional.empty();
    do {
      var page = payments().listOf(ALICE, new PageRequest<>(3, after));
      assertThat(page.items()).hasSizeBetween(1, 3);
      seen.addAll(page.items());
      after = page.next();
    } while (after.isPresent());

    assertThat(seen).hasSize(11).containsExactlyInAnyOrderElementsOf(all);
  }

  private static PageRequest<Payment.Position> first(int limit) {
    return new PageRequest<>(limit, Optional.empty());
  }
}
