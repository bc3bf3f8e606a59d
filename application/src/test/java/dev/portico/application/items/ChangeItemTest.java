package dev.portico.application.items;

import static dev.portico.domain.items.ItemBuilder.anItemOf;
import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.Fakes;
import dev.portico.application.items.port.Items;
import dev.portico.application.users.port.Users;
import dev.portico.domain.items.Item;
import dev.portico.domain.items.ItemChange;
import dev.portico.domain.items.ItemTitle;
import dev.portico.domain.shared.Expected;
import dev.portico.domain.users.Actor;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.User;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeItemTest {

  private static final ItemChange CHANGE =
      new ItemChange(Optional.of(new ItemTitle("Lamp")), Optional.empty(), Optional.empty());
  private static final Expected FIRST = new Expected.OneOf(Set.of(1L));
  private static final Expected SECOND = new Expected.OneOf(Set.of(2L));

  private final Fakes fakes = new Fakes();
  private final User alice = aUser().build();
  private final Item item = anItemOf(alice.id()).build();
  private final Actor owner = new Actor(alice.id(), false);

  @BeforeEach
  void offer() {
    assertThat(fakes.users.addIfFree(alice, new PasswordHash("x"))).isEqualTo(Users.Addition.ADDED);
    fakes.items.add(item);
  }

  private ChangeItem.Outcome change(Expected expected, Actor actor) {
    return fakes
        .hexagon()
        .changeItem()
        .handle(new ChangeItem.Command(item.id(), CHANGE, expected, actor));
  }

  private DeleteItem.Outcome delete(Expected expected, Actor actor) {
    return fakes.hexagon().deleteItem().handle(new DeleteItem.Command(item.id(), expected, actor));
  }

  private Optional<Item> kept() {
    return fakes.items.find(item.id()).map(Items.Shown::item);
  }

  @Test
  void changesWhatTheOwnerHasSeen() {
    var next = CHANGE.of(item);

    assertThat(change(FIRST, owner))
        .isEqualTo(new ChangeItem.Outcome.Changed(new Items.Shown(next, alice.username())));
    assertThat(kept()).contains(next);
  }

  @Test
  void changesWhateverItIsIfThatIsMeant() {
    assertThat(change(new Expected.Any(), owner)).isInstanceOf(ChangeItem.Outcome.Changed.class);
    assertThat(change(new Expected.Any(), owner)).isInstanceOf(ChangeItem.Outcome.Changed.class);
  }

  @Test
  void changesAndDeletesNothingThatWasNotSeen() {
    assertThat(change(SECOND, owner)).isEqualTo(new ChangeItem.Outcome.Stale());
    assertThat(delete(SECOND, owner)).isEqualTo(new DeleteItem.Outcome.Stale());

    assertThat(kept()).contains(item);
  }

  @Test
  void letsAdministratorsDoTheSame() {
    var admin = new Actor(aUser().build().id(), true);

    assertThat(change(FIRST, admin)).isInstanceOf(ChangeItem.Outcome.Changed.class);
    assertThat(delete(SECOND, admin)).isEqualTo(new DeleteItem.Outcome.Deleted());
    assertThat(kept()).isEmpty();
  }

  @Test
  void hidesItFromEverybodyElse() {
    var stranger = new Actor(aUser().build().id(), false);

    assertThat(change(FIRST, stranger)).isEqualTo(new ChangeItem.Outcome.NotFound());
    assertThat(delete(FIRST, stranger)).isEqualTo(new DeleteItem.Outcome.NotFound());
    assertThat(kept()).contains(item);
  }

  @Test
  void deletesWhatTheOwnerHasSeen() {
    assertThat(delete(FIRST, owner)).isEqualTo(new DeleteItem.Outcome.Deleted());

    assertThat(kept()).isEmpty();
    assertThat(delete(FIRST, owner)).isEqualTo(new DeleteItem.Outcome.NotFound());
    assertThat(change(FIRST, owner)).isEqualTo(new ChangeItem.Outcome.NotFound());
  }
}
