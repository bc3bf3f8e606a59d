package dev.portico.application.items;

import static dev.portico.domain.items.ItemBuilder.anItemOf;
import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.ChangedPorts;
import dev.portico.application.Fakes;
import dev.portico.application.Hexagon;
import dev.portico.application.items.port.Items;
import dev.portico.application.users.port.Users;
import dev.portico.domain.items.Item;
import dev.portico.domain.items.ItemChange;
import dev.portico.domain.items.ItemDescription;
import dev.portico.domain.items.ItemId;
import dev.portico.domain.items.ItemTitle;
import dev.portico.domain.shared.Expected;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.Actor;
import dev.portico.domain.users.PasswordHash;
import dev.portico.domain.users.User;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** F24, and RFC 9110, section 13.1.1: what If-Match means to somebody who comes second. */
class ItemRaceTest {

  private static final ItemChange TITLE =
      new ItemChange(Optional.of(new ItemTitle("Lamp")), Optional.empty(), Optional.empty());
  private static final ItemChange DESCRIPTION =
      new ItemChange(
          Optional.empty(), Optional.of(Optional.of(new ItemDescription("Red"))), Optional.empty());
  private static final Expected ANY = new Expected.Any();
  private static final Expected FIRST = new Expected.OneOf(Set.of(1L));

  private final Fakes fakes = new Fakes();
  private final User alice = aUser().build();
  private final Item item = anItemOf(alice.id()).build();
  private final Actor owner = new Actor(alice.id(), false);

  @BeforeEach
  void offer() {
    assertThat(fakes.users.addIfFree(alice, new PasswordHash("x"))).isEqualTo(Users.Addition.ADDED);
    fakes.items.add(item);
  }

  private ChangeItem.Outcome change(Expected expected, int times, Runnable meanwhile) {
    return slippingIn(times, meanwhile)
        .changeItem()
        .handle(new ChangeItem.Command(item.id(), TITLE, expected, owner));
  }

  private DeleteItem.Outcome delete(Expected expected, int times, Runnable meanwhile) {
    return slippingIn(times, meanwhile)
        .deleteItem()
        .handle(new DeleteItem.Command(item.id(), expected, owner));
  }

  private Hexagon slippingIn(int times, Runnable meanwhile) {
    return Hexagon.over(
        ChangedPorts.with(
            fakes.ports(), Items.class, new SlippingIn(fakes.items, times, meanwhile)));
  }

  private Item now() {
    return fakes.items.find(item.id()).orElseThrow().item();
  }

  private void changeFirst() {
    assertThat(fakes.items.replace(DESCRIPTION.of(now()))).isTrue();
  }

  private void removeFirst() {
    assertThat(fakes.items.remove(item.id(), now().version())).isTrue();
  }

  @Test
  void changesWhateverItIsByThen() {
    assertThat(change(ANY, 2, this::changeFirst)).isInstanceOf(ChangeItem.Outcome.Changed.class);

    assertThat(now()).isEqualTo(TITLE.of(DESCRIPTION.of(DESCRIPTION.of(item))));
  }

  @Test
  void deletesWhateverItIsByThen() {
    assertThat(delete(ANY, 2, this::changeFirst)).isEqualTo(new DeleteItem.Outcome.Deleted());
  }

  @Test
  void overwritesNothingThatItsSenderNeverSaw() {
    assertThat(change(FIRST, 1, this::changeFirst)).isEqualTo(new ChangeItem.Outcome.Stale());
    assertThat(now()).isEqualTo(DESCRIPTION.of(item));
  }

  @Test
  void deletesNothingThatItsSenderNeverSaw() {
    assertThat(delete(FIRST, 1, this::changeFirst)).isEqualTo(new DeleteItem.Outcome.Stale());
    assertThat(now()).isEqualTo(DESCRIPTION.of(item));
  }

  @Test
  void findsNothingToChangeWhereItIsGoneByThen() {
    assertThat(change(ANY, 1, this::removeFirst)).isEqualTo(new ChangeItem.Outcome.NotFound());
    assertThat(change(FIRST, 0, () -> {})).isEqualTo(new ChangeItem.Outcome.NotFound());
  }

  @Test
  void findsNothingToDeleteWhereItIsGoneByThen() {
    assertThat(delete(FIRST, 1, this::removeFirst)).isEqualTo(new DeleteItem.Outcome.NotFound());
    assertThat(delete(ANY, 0, () -> {})).isEqualTo(new DeleteItem.Outcome.NotFound());
  }

  @Test
  void givesUpWhereOthersAreAlwaysFaster() {
    assertThat(change(ANY, 100, this::changeFirst)).isEqualTo(new ChangeItem.Outcome.Stale());
    assertThat(delete(ANY, 100, this::changeFirst)).isEqualTo(new DeleteItem.Outcome.Stale());
  }

  /** Items that somebody else gets at first, so many times. */
  private static final class SlippingIn implements Items {

    private final Items items;
    private final Runnable meanwhile;
    private int left;

    SlippingIn(Items items, int times, Runnable meanwhile) {
      this.items = items;
      this.meanwhile = meanwhile;
      left = times;
    }

    private void letThem() {
      if (left > 0) {
        left--;
        meanwhile.run();
      }
    }

    @Override
    public void add(Item added) {
      items.add(added);
    }

    @Override
    public Optional<Shown> find(ItemId id) {
      return items.find(id);
    }

    @Override
    public Page<Shown, Item.Position> list(PageRequest<Item.Position> request) {
      return items.list(request);
    }

    @Override
    public boolean replace(Item changed) {
      letThem();
      return items.replace(changed);
    }

    @Override
    public boolean remove(ItemId id, long version) {
      letThem();
      return items.remove(id, version);
    }
  }
}
