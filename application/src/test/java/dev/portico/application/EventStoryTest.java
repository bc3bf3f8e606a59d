package dev.portico.application;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.events.ListEvents;
import dev.portico.application.events.RecordEvent;
import dev.portico.application.events.ViewEvent;
import dev.portico.domain.events.Event;
import dev.portico.domain.events.EventData;
import dev.portico.domain.events.EventFilter;
import dev.portico.domain.events.EventName;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.Actor;
import dev.portico.domain.users.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two programs record what happens to them; each sees its own, an administrator sees all. */
class EventStoryTest {

  private static final EventName SIGNUP = new EventName("signup");

  private final Fakes fakes = new Fakes();
  private final Hexagon hexagon = fakes.hexagon();
  private final User alice = aUser().named("alice").build();
  private final User bob = aUser().named("bob").build();

  @Test
  void areRecordedAndFoundByNameAndTime() {
    var noon = fakes.time.instant();
    var first = record(alice, SIGNUP, "{\"plan\": 1.50}");
    assertThat(first.createdAt()).isEqualTo(noon);
    assertThat(first.data()).contains(new EventData("{\"plan\": 1.50}"));

    fakes.time.advance(Duration.ofHours(1));
    var second = record(alice, new EventName("page.seen"), "{}");
    var theirs = record(bob, SIGNUP, "{}");

    assertThat(seenBy(alice, false, EventFilter.ALL)).containsExactly(second, first);
    assertThat(seenBy(alice, false, named(SIGNUP))).containsExactly(first);
    assertThat(seenBy(alice, false, since(noon.plusSeconds(1)))).containsExactly(second);
    assertThat(seenBy(aUser().named("admin").build(), true, named(SIGNUP)))
        .containsExactly(theirs, first);

    assertThat(hexagon.viewEvent().handle(new ViewEvent.Command(bob.id(), first.id())))
        .isEqualTo(new ViewEvent.Outcome.NotFound());
    assertThat(hexagon.viewEvent().handle(new ViewEvent.Command(alice.id(), first.id())))
        .isEqualTo(new ViewEvent.Outcome.Found(first));
  }

  private Event record(User owner, EventName name, String data) {
    return switch (hexagon
        .recordEvent()
        .handle(new RecordEvent.Command(owner.id(), name, Optional.of(new EventData(data))))) {
      case RecordEvent.Outcome.Recorded(var event) -> event;
    };
  }

  private List<Event> seenBy(User viewer, boolean admin, EventFilter filter) {
    return switch (hexagon
        .listEvents()
        .handle(
            new ListEvents.Command(
                new Actor(viewer.id(), admin),
                Optional.empty(),
                filter,
                new PageRequest<>(10, Optional.empty())))) {
      case ListEvents.Outcome.Listed(var page) -> page.items();
    };
  }

  private static EventFilter named(EventName name) {
    return new EventFilter(Optional.of(name), Optional.empty(), Optional.empty());
  }

  private static EventFilter since(Instant from) {
    return new EventFilter(Optional.empty(), Optional.of(from), Optional.empty());
  }
}
