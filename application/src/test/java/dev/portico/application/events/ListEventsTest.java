package dev.portico.application.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.domain.events.Event;
import dev.portico.domain.events.EventFilter;
import dev.portico.domain.events.EventId;
import dev.portico.domain.events.EventName;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.Actor;
import dev.portico.domain.users.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ListEventsTest {

  private final Fakes fakes = new Fakes();
  private final UserId alice = new UserId(new UUID(1, 1));

  private Event add(UserId owner, String name) {
    var id = new EventId(fakes.ids.next());
    var event = new Event(id, owner, new EventName(name), Optional.empty(), fakes.time.instant());
    fakes.events.add(event);
    return event;
  }

  @Test
  void listsThePageOfTheOwnersEventsAskedFor() {
    var _ = add(alice, "a");
    var newest = add(alice, "a");
    var _ = add(alice, "b");
    var _ = add(new UserId(new UUID(2, 2)), "a");
    var named =
        new EventFilter(Optional.of(new EventName("a")), Optional.empty(), Optional.empty());

    assertThat(
            fakes
                .hexagon()
                .listEvents()
                .handle(command(new Actor(alice, false), Optional.empty(), named, 1)))
        .isEqualTo(
            new ListEvents.Outcome.Listed(
                new Page<>(List.of(newest), Optional.of(newest.position()))));
  }

  private static ListEvents.Command command(
      Actor viewer, Optional<UserId> owner, EventFilter filter, int limit) {
    return new ListEvents.Command(
        viewer, owner, filter, new PageRequest<>(limit, Optional.empty()));
  }

  private List<Event> listed(Actor viewer, Optional<UserId> owner) {
    return switch (fakes
        .hexagon()
        .listEvents()
        .handle(command(viewer, owner, EventFilter.ALL, 9))) {
      case ListEvents.Outcome.Listed(var page) -> page.items();
    };
  }

  /** AZ-1. */
  @Test
  void listsEverybodysForAdministratorsOnly() {
    var bob = new UserId(new UUID(2, 2));
    var hers = add(alice, "a");
    var his = add(bob, "b");

    assertThat(listed(new Actor(alice, true), Optional.empty()))
        .containsExactlyInAnyOrder(hers, his);
    assertThat(listed(new Actor(alice, true), Optional.of(bob))).containsExactly(his);
    assertThat(listed(new Actor(alice, false), Optional.of(bob))).containsExactly(hers);
  }
}
