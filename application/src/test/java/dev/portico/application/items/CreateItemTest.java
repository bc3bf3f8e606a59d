package dev.portico.application.items;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.items.CreateItem.Outcome;
import dev.portico.application.items.port.Items;
import dev.portico.application.users.port.Users;
import dev.portico.domain.items.Item;
import dev.portico.domain.items.ItemDescription;
import dev.portico.domain.items.ItemTitle;
import dev.portico.domain.shared.Money;
import dev.portico.domain.users.PasswordHash;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreateItemTest {

  private final Fakes fakes = new Fakes();

  @Test
  void offersWhatWasSaidFromNowOn() {
    var alice = aUser().build();
    assertThat(fakes.users.addIfFree(alice, new PasswordHash("x"))).isEqualTo(Users.Addition.ADDED);
    var command =
        new CreateItem.Command(
            alice.id(),
            new ItemTitle("Desk lamp"),
            Optional.of(new ItemDescription("Hardly used")),
            Money.parse("9.99", Currency.getInstance("USD")).asOptional());

    var item =
        switch (fakes.hexagon().createItem().handle(command)) {
          case Outcome.Created(var created) -> created;
        };

    assertThat(item)
        .isEqualTo(
            new Item(
                item.id(),
                alice.id(),
                command.title(),
                command.description(),
                command.price(),
                fakes.time.instant(),
                1));
    assertThat(item.id().value().version()).isEqualTo(7);
    assertThat(fakes.items.find(item.id())).contains(new Items.Shown(item, alice.username()));
  }
}
