package dev.portico.domain.items;

import static dev.portico.domain.items.ItemBuilder.anItemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.shared.Parsed;
import dev.portico.domain.users.UserId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ItemTest {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00Z");
  private static final String ID = "01906c4e-8f00-7abc-8def-0123456789ab";

  private final ItemId id = ItemId.parse(ID).orThrow();

  @Test
  void isNamedByAUuid() {
    assertThat(id).hasToString(ID).isEqualTo(new ItemId(UUID.fromString(ID)));
    assertThat(ItemId.parse("1-2-3-4-5")).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void standsWhereItsAgeAndIdPutIt() {
    var item = anItemOf(new UserId(new UUID(1, 1))).withId(id.value()).createdAt(NOON).build();

    assertThat(item.position()).isEqualTo(new Item.Position(NOON, id));
  }
}
