package dev.portico.domain.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.shared.Parsed;
import dev.portico.domain.users.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventTest {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");
  private static final String ID = "01906c4e-8f00-7abc-8def-0123456789ab";

  private final EventId id = EventId.parse(ID).orThrow();

  @Test
  void isNamedByAUuid() {
    assertThat(id).hasToString(ID).isEqualTo(new EventId(UUID.fromString(ID)));
    assertThat(EventId.parse("1-2-3-4-5")).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void standsWhereItsAgeAndIdPutIt() {
    var owner = new UserId(new UUID(1, 1));
    var event = new Event(id, owner, new EventName("click"), Optional.empty(), NOON);

    assertThat(event.position()).isEqualTo(new Event.Position(NOON, id));
  }
}
