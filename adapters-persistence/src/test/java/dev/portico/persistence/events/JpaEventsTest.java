package dev.portico.persistence.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.events.port.Events;
import dev.portico.application.events.port.EventsContract;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.events.Event;
import dev.portico.domain.events.EventFilter;
import dev.portico.domain.events.EventId;
import dev.portico.domain.events.EventName;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserBuilder;
import dev.portico.persistence.shared.FreshDatabase;
import dev.portico.persistence.shared.RowTypes;
import dev.portico.persistence.users.UserRows;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaEventsTest extends EventsContract {

  @RegisterExtension final FreshDatabase fresh = new FreshDatabase(RowTypes.of(EventRow.class));

  @Override
  protected Events events() {
    return new JpaEvents(fresh.context());
  }

  @Override
  protected Transactions transactions() {
    return fresh.transactions();
  }

  @Override
  protected void add(User user) {
    UserRows.add(fresh, user);
  }

  @Test
  void goWithTheirOwner() {
    var owner = UserBuilder.aUser().build();
    add(owner);
    events()
        .add(
            new Event(
                new EventId(new UUID(1, 1)),
                owner.id(),
                new EventName("e"),
                Optional.empty(),
                owner.createdAt()));

    fresh.execute("delete from users where id = '%s'".formatted(owner.id()));

    assertThat(
            events()
                .list(owner.id(), EventFilter.ALL, new PageRequest<>(1, Optional.empty()))
                .items())
        .isEmpty();
  }
}
