package dev.portico.web.items;

import dev.portico.application.Hexagon;
import dev.portico.domain.items.Item;
import dev.portico.domain.items.ItemId;
import dev.portico.web.shared.Answers;
import dev.portico.web.shared.Cursors;
import dev.portico.web.shared.Paging;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The items feature's routes. */
@Configuration(proxyBeanMethods = false)
public class ItemsWeb {

  @Bean
  ItemsController itemsController(Hexagon hexagon, Answers answers, Cursors cursors) {
    return new ItemsController(
        hexagon,
        answers,
        new Paging<>(
            cursors,
            "items",
            Item.Position::createdAt,
            position -> position.id().value(),
            (createdAt, id) -> new Item.Position(createdAt, new ItemId(id))));
  }
}
