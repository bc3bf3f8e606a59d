package dev.portico.application.events.port;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.events.Event;
import dev.portico.domain.events.EventData;
import dev.portico.domain.events.EventFilter;
import dev.portico.domain.events.EventId;
import dev.portico.domain.events.EventName;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of events promises. A fresh, empty store for each test. */
public abstract class EventsContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00.123456Z");
  private static final EventFilter ALL = EventFilter.ALL;

  private final User alice = aUser().build();
  private final User bob = aUser().build();
  private long count;

  protected abstract Events events();

  protected abstract Transactions transactions();

  /** Makes someone an owner that events may have. */
  protected abstract void add(User user);

  @BeforeEach
  void addOwners() {
    add(alice);
    add(bob);
  }

  private Event event(String name, Instant createdAt) {
    var id = new EventId(new UUID(0x7000L, ++count));
    return new Event(id, alice.id(), new EventName(name), Optional.empty(), createdAt);
  }

  private static Event ofBob(Event event, UserId bob) {
    return new Event(event.id(), bob, event.name(), event.data(), event.createdAt());
  }

  private static Event with(String data, Event event) {
    return new Event(
        event.id(),
        event.owner(),
        event.name(),
        Optional.of(new EventData(data)),
        event.createdAt());
  }

  private void addAll(Event... added) {
    List.of(added).forEach(events()::add);
  }

  private List<Event> listed(EventFilter filter) {
    return events().list(Optional.of(alice.id()), filter, first(10)).items();
  }

  private static PageRequest<Event.Position> first(int limit) {
    return new PageRequest<>(limit, Optional.empty());
  }

  private static EventFilter filter(String name, Instant from, Instant until) {
    return new EventFilter(Optional.of(new EventName(name)), Optional.of(from), Optional.of(until));
  }

  @Test
  void findAnEventAsAdded() {
    var event = event("Été 🦊 '; --", NOON);

    addAll(event);

    assertThat(events().find(alice.id(), event.id())).contains(event);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"a\":null}",
        "{\"n\":12345678901234567890.12345678901234567890}",
        "{\"n\":0.10}",
        "{\"n\":-1}",
        "{\"t\":\"\\\"é🦊\\\\\"}",
        "{\"l\":[1,[],{\"x\":true}]}"
      })
  void keepWhatTheDataSays(String data) {
    var event = with(data, event("e", NOON));
    addAll(event);

    var found = events().find(alice.id(), event.id()).flatMap(Event::data).orElseThrow();

    assertThat(found.json()).isEqualToIgnoringWhitespace(data);
  }

  @Test
  void findNothingByAnUnknownId() {
    addAll(event("e", NOON));

    assertThat(events().find(alice.id(), new EventId(new UUID(1, 1)))).isEmpty();
  }

  @Test
  void showNobodyWhatIsSomebodyElses() {
    var event = ofBob(event("e", NOON), bob.id());
    addAll(event);

    assertThat(events().find(alice.id(), event.id())).isEmpty();
    assertThat(listed(ALL)).isEmpty();
    assertThat(events().find(bob.id(), event.id())).contains(event);
  }

  @Test
  void listEverybodysWhereNobodyIsNamed() {
    var hers = event("a", NOON);
    var his = ofBob(event("a", NOON.plusSeconds(1)), bob.id());
    var other = ofBob(event("b", NOON.plusSeconds(2)), bob.id());
    addAll(hers, his, other);

    assertThat(events().list(Optional.empty(), ALL, first(10)).items())
        .containsExactly(other, his, hers);
    var page = events().list(Optional.empty(), filter("a", NOON, NOON.plusSeconds(9)), first(1));
    assertThat(page).isEqualTo(new Page<>(List.of(his), Optional.of(his.position())));
    assertThat(
            events()
                .list(
                    Optional.empty(),
                    filter("a", NOON, NOON.plusSeconds(9)),
                    new PageRequest<>(1, page.next()))
                .items())
        .containsExactly(hers);
  }

  @Test
  void listTheNewestFirst() {
    var oldest = event("a", NOON);
    var newest = event("b", NOON.plusSeconds(2));
    var middle = event("c", NOON.plusSeconds(1));
    addAll(oldest, newest, middle);

    assertThat(events().list(Optional.of(alice.id()), ALL, first(10)))
        .isEqualTo(new Page<>(List.of(newest, middle, oldest), Optional.empty()));
  }

  @Test
  void listWhatTheFilterAdmits() {
    var early = event("a", NOON);
    var wanted = event("a", NOON.plusSeconds(1));
    var other = event("b", NOON.plusSeconds(1));
    var late = event("a", NOON.plusSeconds(2));
    addAll(early, wanted, other, late);

    assertThat(listed(filter("a", NOON.plusSeconds(1), NOON.plusSeconds(2))))
        .containsExactly(wanted);
    assertThat(listed(filter("A", NOON, NOON.plusSeconds(9)))).isEmpty();
    assertThat(listed(filter("a", NOON.plusSeconds(9), NOON))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z"})
  void takeAnyTimeForABound(Instant bound) {
    addAll(event("a", NOON));

    assertThat(listed(filter("a", bound, bound))).isEmpty();
  }

  @Test
  void showEveryEventOnceOverAllPages() {
    // Several of one instant, so that the cut falls between them too.
    var all = new ArrayList<Event>();
    for (int i = 0; i < 11; i++) {
      all.add(event("page", NOON.plusSeconds(i / 4)));
      addAll(all.getLast(), ofBob(event("page", NOON), bob.id()), event("other", NOON));
    }
    var name = filter("page", NOON, NOON.plusSeconds(99));

    var seen = new ArrayList<Event>();
    Optional<Event.Position> after = Optional.empty();
    do {
      var page = events().list(Optional.of(alice.id()), name, new PageRequest<>(3, after));
      assertThat(page.items()).hasSizeBetween(1, 3);
      seen.addAll(page.items());
      after = page.next();
    } while (after.isPresent());

    assertThat(seen).containsExactlyElementsOf(all.reversed().stream().sorted(byAge()).toList());
  }

  private static java.util.Comparator<Event> byAge() {
    return java.util.Comparator.comparing(Event::createdAt).reversed();
  }

  @Test
  void forgetWhatItsTransactionUndid() {
    var event = event("e", NOON);

    assertThatThrownBy(() ->
            transactions()
                .inTransaction(() -> {
                  events().add(event);
                  throw new IllegalStateException("on purpose");
                }))
        .hasMessage("on purpose");

    assertThat(events().find(alice.id(), event.id())).isEmpty();
  }
}
