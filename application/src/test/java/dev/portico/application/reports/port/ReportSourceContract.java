package dev.portico.application.reports.port;

import static dev.portico.domain.items.ItemBuilder.anItemOf;
import static dev.portico.domain.payments.PaymentBuilder.aPayment;
import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.events.port.Events;
import dev.portico.application.items.port.Items;
import dev.portico.application.payments.port.Payments;
import dev.portico.application.reports.port.ReportSource.Subject;
import dev.portico.application.users.port.Users;
import dev.portico.domain.events.Event;
import dev.portico.domain.events.EventId;
import dev.portico.domain.events.EventName;
import dev.portico.domain.reports.NameCount;
import dev.portico.domain.reports.Period;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every source of figures promises; the stores are empty at the beginning of each test. */
public abstract class ReportSourceContract {

  private static final LocalDate FIRST = LocalDate.parse("2024-01-14");
  private static final LocalDate LAST = LocalDate.parse("2024-01-15");
  private static final Period PERIOD = new Period(FIRST, LAST);
  private static final Instant BEFORE = Instant.parse("2024-01-13T23:59:59.999999Z");
  private static final Instant BEHIND = Instant.parse("2024-01-16T00:00:00Z");
  private static final Duration MICRO = Duration.ofNanos(1000);

  private long count;

  protected abstract ReportSource source();

  protected abstract Users users();

  protected abstract Events events();

  protected abstract Items items();

  protected abstract Payments payments();

  private User add(UserBuilder builder) {
    var user = builder.build();
    assertThat(users().addIfFree(user, new PasswordHash("x"))).isEqualTo(Users.Addition.ADDED);
    return user;
  }

  private void record(User owner, String name, Instant... times) {
    for (var time : times) {
      events()
          .add(
              new Event(
                  new EventId(new UUID(0x7000L, ++count)),
                  owner.id(),
                  new EventName(name),
                  Optional.empty(),
                  time));
    }
  }

  private static NameCount of(String name, long count) {
    return new NameCount(new EventName(name), count);
  }

  @Test
  void countsNothingWhereNothingIs() {
    for (var subject : Subject.values()) {
      assertThat(source().countByDay(subject, PERIOD)).isEmpty();
    }
    assertThat(source().topEventNames(PERIOD, 10)).isEmpty();
  }

  @Test
  void countsUsersByTheDayInUtc() {
    for (var time :
        List.of(BEFORE, BEFORE.plus(MICRO), BEFORE.plusSeconds(60), BEHIND.minus(MICRO), BEHIND)) {
      var _ = add(aUser().createdAt(time));
    }
    var _ = add(aUser().inactive().createdAt(BEHIND.minus(MICRO)));

    assertThat(source().countByDay(Subject.USERS, PERIOD)).isEqualTo(Map.of(FIRST, 2L, LAST, 2L));
  }

  @Test
  void countsEventsOfEverybody() {
    var alice = add(aUser());
    var bob = add(aUser());
    record(alice, "a", BEFORE, BEFORE.plus(MICRO), BEHIND);
    record(bob, "b", BEFORE.plus(MICRO));

    assertThat(source().countByDay(Subject.EVENTS, PERIOD)).isEqualTo(Map.of(FIRST, 2L));
  }

  @Test
  void countsItemsWhetherShownOrNot() {
    for (var owner : List.of(add(aUser()), add(aUser().inactive()))) {
      items().add(anItemOf(owner.id()).createdAt(BEHIND.minus(MICRO)).build());
      items().add(anItemOf(owner.id()).createdAt(BEHIND).build());
    }

    assertThat(source().countByDay(Subject.ITEMS, PERIOD)).isEqualTo(Map.of(LAST, 2L));
  }

  @Test
  void countsPaymentsWhateverBecameOfThem() {
    var pending = aPayment().createdAt(BEFORE.plus(MICRO)).build();
    var declined = aPayment().createdAt(BEHIND.minus(MICRO)).build();
    var behind = aPayment().createdAt(BEHIND).build();
    for (var payment : List.of(pending, declined, behind)) {
      payments().add(payment);
    }
    assertThat(payments().replacePending(declined.declined("no funds", BEHIND))).isTrue();

    assertThat(source().countByDay(Subject.PAYMENTS, PERIOD))
        .isEqualTo(Map.of(FIRST, 1L, LAST, 1L));
  }

  @Test
  void putsTheMostFrequentNamesFirst() {
    var now = BEHIND.minus(MICRO);
    var alice = add(aUser());
    record(alice, "rare", now);
    record(alice, "é", now, now);
    record(alice, "z", now, now);
    record(alice, "Z", now, now);
    record(alice, "often", now, now, now);
    record(alice, "past", BEFORE, BEFORE, BEFORE, BEFORE);

    assertThat(source().topEventNames(PERIOD, 4))
        .containsExactly(of("often", 3), of("Z", 2), of("z", 2), of("é", 2));
    assertThat(source().topEventNames(PERIOD, 9)).hasSize(5);
  }
}
