package dev.portico.domain.items;

import static dev.portico.domain.items.ItemBuilder.anItemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.users.UserId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ItemChangeTest {

  private final Item lamp =
      anItemOf(new UserId(new UUID(1, 1)))
          .withDescription("Gives light")
          .withPrice("9.90", "USD")
          .build();

  @Test
  void leavesWhatItDoesNotName() {
    var title = new ItemTitle("Desk lamp");

    assertThat(new ItemChange(Optional.of(title), Optional.empty(), Optional.empty()).of(lamp))
        .isEqualTo(
            new Item(
                lamp.id(),
                lamp.owner(),
                title,
                lamp.description(),
                lamp.price(),
                lamp.createdAt(),
                lamp.version() + 1));
  }

  @Test
  void takesAwayWhatItEmpties() {
    var bare =
        new ItemChange(
                Optional.empty(), Optional.of(Optional.empty()), Optional.of(Optional.empty()))
            .of(lamp);

    assertThat(bare.title()).isEqualTo(lamp.title());
    assertThat(bare.description()).isEmpty();
    assertThat(bare.price()).isEmpty();
  }
}
