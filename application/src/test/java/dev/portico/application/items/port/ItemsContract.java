package dev.portico.application.items.port;

import static dev.portico.domain.items.ItemBuilder.anItemOf;
import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.items.port.Items.Shown;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.items.Item;
import dev.portico.domain.items.ItemBuilder;
import dev.portico.domain.items.ItemChange;
import dev.portico.domain.items.ItemDescription;
import dev.portico.domain.items.ItemId;
import dev.portico.domain.items.ItemTitle;
import dev.portico.domain.shared.CanIgnoreReturnValue;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.users.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every store of items promises. A fresh, empty store for each test. */
public abstract class ItemsContract {

  private static final Instant NOON = Instant.parse("2024-01-15T12:00:00.123456Z");

  private final User alice = aUser().named("Alice").build();
  private final User sleeper = aUser().inactive().build();

  protected abstract Items items();

  protected abstract Transactions transactions();

  /** Makes someone an owner that items may have. */
  protected abstract void add(User user);

  @BeforeEach
  void addOwners() {
    add(alice);
    add(sleeper);
  }

  @CanIgnoreReturnValue
  private Item add(ItemBuilder builder) {
    var item = builder.build();
    items().add(item);
    return item;
  }

  private ItemBuilder anItem() {
    return anItemOf(alice.id());
  }

  private Shown shown(Item item) {
    return new Shown(item, alice.username());
  }

  private static PageRequest<Item.Position> first(int limit) {
    return new PageRequest<>(limit, Optional.empty());
  }

  @Test
  void showAnItemAsAddedWithItsOwner() {
    var plain = add(anItem());
    var full =
        add(anItem().withDescription("Été 🦊\n\t'; --").withPrice("9.90", "USD").createdAt(NOON));

    assertThat(items().find(plain.id())).contains(shown(plain));
    assertThat(items().find(full.id())).contains(shown(full));
  }

  @ParameterizedTest
  @CsvSource({"0.01, USD", "1000000, EUR", "1, JPY", "0.001, KWD", "10.00, USD"})
  void keepPricesWithAllTheirDecimals(String amount, String currency) {
    var item = add(anItem().withPrice(amount, currency));

    assertThat(items().find(item.id())).contains(shown(item));
  }

  @Test
  void showAnEmptyDescription() {
    var item = add(anItem().withDescription(""));

    assertThat(items().find(item.id())).contains(shown(item));
  }

  @Test
  void findNothingByAnUnknownId() {
    add(anItem());

    assertThat(items().find(new ItemId(new UUID(1, 1)))).isEmpty();
  }

  @Test
  void showNothingOfTheDeactivated() {
    var hidden = add(anItemOf(sleeper.id()));

    assertThat(items().find(hidden.id())).isEmpty();
    assertThat(items().list(first(10)).items()).isEmpty();
  }

  @Test
  void listTheNewestFirst() {
    var oldest = add(anItem().createdAt(NOON));
    var newest = add(anItem().createdAt(NOON.plusSeconds(2)));
    var middle = add(anItem().createdAt(NOON.plusSeconds(1)));

    assertThat(items().list(first(10)))
        .isEqualTo(
            new Page<>(List.of(shown(newest), shown(middle), shown(oldest)), Optional.empty()));
  }

  @Test
  void listTheGreaterIdFirstOfOneInstant() {
    // Greater as a UUID is compared byte by byte, though its second half is a negative long.
    var high = add(anItem().withId(new UUID(0x7000L, -5)).createdAt(NOON));
    var low = add(anItem().withId(new UUID(0x7000L, 5)).createdAt(NOON));

    assertThat(items().list(first(10)).items()).containsExactly(shown(high), shown(low));
  }

  @Test
  void showEveryItemOnceOverAllPages() {
    // Several of one instant, so that the cut falls between them too.
    var all = new ArrayList<Shown>();
    for (int i = 0; i < 11; i++) {
      all.add(shown(add(anItem().createdAt(NOON.plusSeconds(i / 4)))));
      add(anItemOf(sleeper.id()).createdAt(NOON.plusSeconds(i / 4)));
    }

    var seen = new ArrayList<Shown>();
    Optional<Item.Position> after = Optional.empty();
    do {
      var page = items().list(new PageRequest<>(3, after));
      assertThat(page.items()).hasSizeBetween(1, 3);
      seen.addAll(page.items());
      after = page.next();
    } while (after.isPresent());

    assertThat(seen).containsExactlyElementsOf(all.reversed());
  }

  @Test
  void forgetWhatItsTransactionUndid() {
    var item = anItem().build();

    assertThatThrownBy(() ->
            transactions()
                .inTransaction(() -> {
                  items().add(item);
                  throw new IllegalStateException("on purpose");
                }))
        .hasMessage("on purpose");

    assertThat(items().find(item.id())).isEmpty();
  }

  private static Item changed(Item item, String title) {
    return new ItemChange(
            Optional.of(new ItemTitle(title)),
            Optional.of(Optional.of(new ItemDescription("Otherwise"))),
            Optional.of(Optional.empty()))
        .of(item);
  }

  @Test
  void replaceAVersionByTheNext() {
    var item = add(anItem().withPrice("9.90", "USD"));
    var other = add(anItem());
    var next = changed(item, "Next");

    assertThat(items().replace(next)).isTrue();

    assertThat(items().find(item.id())).contains(shown(next));
    assertThat(items().find(other.id())).contains(shown(other));
  }

  @Test
  void replaceNoVersionButTheOneBefore() {
    var item = add(anItem());
    var next = changed(item, "Next");
    assertThat(items().replace(next)).isTrue();

    assertThat(items().replace(changed(item, "From the first"))).isFalse();
    assertThat(items().replace(changed(changed(next, "x"), "Too far"))).isFalse();
    assertThat(items().replace(changed(anItem().build(), "Never there"))).isFalse();

    assertThat(items().find(item.id())).contains(shown(next));
  }

  @Test
  void removeTheVersionThatIsMeant() {
    var item = add(anItem());
    assertThat(items().replace(changed(item, "Next"))).isTrue();

    assertThat(items().remove(item.id(), 1)).isFalse();
    assertThat(items().find(item.id())).isPresent();
    assertThat(items().remove(item.id(), 2)).isTrue();
    assertThat(items().find(item.id())).isEmpty();
    assertThat(items().remove(item.id(), 2)).isFalse();
  }

  /** F24. */
  @Test
  void loseNoChangeOfManyAtOnce() {
    var item = add(anItem());

    var replaced = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        var change = changed(item, "By " + i);
        threads.execute(() -> replaced.addAndGet(items().replace(change) ? 1 : 0));
      }
    }

    assertThat(replaced).hasValue(1);
    assertThat(items().find(item.id()).orElseThrow().item().version()).isEqualTo(2);
  }
}
