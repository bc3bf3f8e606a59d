package dev.portico.persistence.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.items.port.Items;
import dev.portico.application.items.port.ItemsContract;
import dev.portico.application.shared.port.Transactions;
import dev.portico.domain.items.ItemBuilder;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserBuilder;
import dev.portico.persistence.shared.FreshDatabase;
import dev.portico.persistence.shared.RowTypes;
import dev.portico.persistence.users.UserRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaItemsTest extends ItemsContract {

  @RegisterExtension final FreshDatabase fresh = new FreshDatabase(RowTypes.of(ItemRow.class));

  @Override
  protected Items items() {
    return new JpaItems(fresh.context());
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
    var item = ItemBuilder.anItemOf(owner.id()).build();
    items().add(item);

    fresh.execute("delete from users where id = '%s'".formatted(owner.id()));

    assertThat(items().find(item.id())).isEmpty();
  }

  @Test
  void haveNoPriceWithoutACurrencyWhoeverWritesThem() {
    var owner = UserBuilder.aUser().build();
    add(owner);
    items().add(ItemBuilder.anItemOf(owner.id()).build());

    assertThatThrownBy(() -> fresh.execute("update items set price_amount = 1"))
        .hasMessageContaining("items_price_is_whole");
  }
}
