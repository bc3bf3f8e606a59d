package dev.portico.application;

import static dev.portico.domain.payments.PaymentBuilder.money;
import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.items.ChangeItem;
import dev.portico.application.items.CreateItem;
import dev.portico.application.items.DeleteItem;
import dev.portico.application.items.ListItems;
import dev.portico.application.items.ViewItem;
import dev.portico.application.users.port.Users;
import dev.portico.domain.items.Item;
import dev.portico.domain.items.ItemChange;
import dev.portico.domain.items.ItemDescription;
import dev.portico.domain.items.ItemTitle;
import dev.portico.domain.shared.Expected;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.Actor;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.User;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Somebody offers a lamp, two people see to it at once, and it is taken back. */
class ItemStoryTest {

  private final Fakes fakes = new Fakes();
  private final Hexagon hexagon = fakes.hexagon();
  private final User alice = aUser().named("alice").build();
  private final Actor owner = new Actor(alice.id(), false);
  private final Actor admin = new Actor(aUser().named("admin").build().id(), true);

  @Test
  void isOfferedChangedAndTakenBack() {
    assertThat(fakes.users.addIfFree(alice, new PasswordHash("x"))).isEqualTo(Users.Addition.ADDED);

    var lamp = offer("A lamp");
    assertThat(lamp.version()).isEqualTo(1);
    assertThat(listed()).isEqualTo(1);

    // Both have seen the first version; who comes second is told, and overwrites nothing.
    var title =
        new ItemChange(
            Optional.of(new ItemTitle("A red lamp")), Optional.empty(), Optional.empty());
    var words =
        new ItemChange(
            Optional.empty(),
            Optional.of(Optional.of(new ItemDescription("As new"))),
            Optional.empty());
    assertThat(change(lamp, title, 1, owner)).isInstanceOf(ChangeItem.Outcome.Changed.class);
    assertThat(change(lamp, words, 1, admin)).isEqualTo(new ChangeItem.Outcome.Stale());
    assertThat(change(lamp, words, 2, admin)).isInstanceOf(ChangeItem.Outcome.Changed.class);
    var seen = view(lamp);
    assertThat(seen.title()).isEqualTo(new ItemTitle("A red lamp"));
    assertThat(seen.description()).contains(new ItemDescription("As new"));
    assertThat(seen.price()).contains(money("19.90", "EUR"));

    // A stranger learns nothing by trying.
    var stranger = new Actor(aUser().named("mallory").build().id(), false);
    assertThat(delete(lamp, 3, stranger)).isEqualTo(new DeleteItem.Outcome.NotFound());
    assertThat(delete(lamp, 3, owner)).isEqualTo(new DeleteItem.Outcome.Deleted());
    assertThat(hexagon.viewItem().handle(new ViewItem.Command(lamp.id())))
        .isEqualTo(new ViewItem.Outcome.NotFound());
    assertThat(listed()).isZero();
  }

  private Item offer(String title) {
    return switch (hexagon
        .createItem()
        .handle(
            new CreateItem.Command(
                alice.id(),
                new ItemTitle(title),
                Optional.empty(),
                Optional.of(money("19.9", "EUR"))))) {
      case CreateItem.Outcome.Created(var item) -> item;
    };
  }

  private ChangeItem.Outcome change(Item item, ItemChange change, long seen, Actor actor) {
    return hexagon
        .changeItem()
        .handle(new ChangeItem.Command(item.id(), change, new Expected.OneOf(Set.of(seen)), actor));
  }

  private DeleteItem.Outcome delete(Item item, long seen, Actor actor) {
    return hexagon
        .deleteItem()
        .handle(new DeleteItem.Command(item.id(), new Expected.OneOf(Set.of(seen)), actor));
  }

  private Item view(Item item) {
    return switch (hexagon.viewItem().handle(new ViewItem.Command(item.id()))) {
      case ViewItem.Outcome.Found(var shown) -> shown.item();
      case ViewItem.Outcome.NotFound() -> throw new AssertionError("it is not shown");
    };
  }

  private int listed() {
    return switch (hexagon
        .listItems()
        .handle(new ListItems.Command(new PageRequest<>(10, Optional.empty())))) {
      case ListItems.Outcome.Listed(var page) -> page.items().size();
    };
  }
}
