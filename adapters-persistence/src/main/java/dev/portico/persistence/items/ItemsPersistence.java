package dev.portico.persistence.items;

import dev.portico.application.items.port.Items;
import dev.portico.persistence.shared.PersistenceContext;
import dev.portico.persistence.shared.RowTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the items feature rests on. */
@Configuration(proxyBeanMethods = false)
public class ItemsPersistence {

  @Bean
  RowTypes itemRows() {
    return RowTypes.of(ItemRow.class);
  }

  @Bean
  Items items(PersistenceContext context) {
    return new JpaItems(context);
  }
}
