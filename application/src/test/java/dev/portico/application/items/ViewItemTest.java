package dev.portico.application.items;

import static dev.portico.domain.items.ItemBuilder.anItemOf;
import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.items.ViewItem.Outcome;
import dev.portico.application.items.port.Items;
import dev.portico.application.users.port.Users;
import dev.portico.domain.items.Item;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.User;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViewItemTest {

  private final Fakes fakes = new Fakes();

  private Item itemOf(User owner) {
    assertThat(fakes.users.addIfFree(owner, new PasswordHash("x"))).isEqualTo(Users.Addition.ADDED);
    var item = anItemOf(owner.id()).build();
    fakes.items.add(item);
    return item;
  }

  private Outcome view(Item item) {
    return fakes.hexagon().viewItem().handle(new ViewItem.Command(item.id()));
  }

  @Test
  void showsAnItemWithItsOwner() {
    var alice = aUser().build();
    var item = itemOf(alice);

    assertThat(view(item)).isEqualTo(new Outcome.Found(new Items.Shown(item, alice.username())));
  }

  @Test
  void treatsAnItemOfAnInactiveUserAsMissing() {
    assertThat(view(itemOf(aUser().inactive().build())))
        .isEqualTo(view(anItemOf(aUser().build().id()).build()))
        .isEqualTo(new Outcome.NotFound());
  }

  @Test
  void listsThePageAskedFor() {
    var alice = aUser().build();
    var older = itemOf(alice);
    var newer = anItemOf(alice.id()).createdAt(older.createdAt().plusSeconds(1)).build();
    fakes.items.add(newer);

    assertThat(
            fakes
                .hexagon()
                .listItems()
                .handle(new ListItems.Command(new PageRequest<>(1, Optional.empty()))))
        .isEqualTo(
            new ListItems.Outcome.Listed(
                new Page<>(
                    List.of(new Items.Shown(newer, alice.username())),
                    Optional.of(newer.position()))));
  }
}
