package dev.portico.web.items;

import dev.portico.application.Hexagon;
import dev.portico.application.items.CreateItem;
import dev.portico.application.items.ListItems;
import dev.portico.application.items.ViewItem;
import dev.portico.application.shared.Answer;
import dev.portico.domain.items.Item;
import dev.portico.domain.items.ItemId;
import dev.portico.domain.users.UserId;
import dev.portico.web.items.ItemsJson.ItemJson;
import dev.portico.web.shared.Answers;
import dev.portico.web.shared.Caller;
import dev.portico.web.shared.JsonBody;
import dev.portico.web.shared.Once;
import dev.portico.web.shared.PageJson;
import dev.portico.web.shared.Paging;
import dev.portico.web.shared.ProblemType;
import dev.portico.web.shared.QueryFields;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Offering items, and looking them up. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class ItemsController {

  private final Hexagon hexagon;
  private final Answers answers;
  private final Paging<Item.Position> paging;

  ItemsController(Hexagon hexagon, Answers answers, Paging<Item.Position> paging) {
    this.hexagon = hexagon;
    this.answers = answers;
    this.paging = paging;
  }

  @PostMapping(
      path = {"/items", "/items/"},
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @RoutePolicy(Who.USER)
  ResponseEntity<byte[]> create(JsonBody body, Caller caller, Once once) {
    var command = ItemsJson.creation(body, new UserId(caller.id()));
    return once.answer(() -> answer(hexagon.createItem().handle(command), caller));
  }

  private Answer answer(CreateItem.Outcome outcome, Caller owner) {
    return switch (outcome) {
      case CreateItem.Outcome.Created(var item) ->
          answers.created("/items/" + item.id(), ItemJson.of(item, owner.name()));
    };
  }

  @GetMapping("/items/{id}")
  @RoutePolicy(Who.PUBLIC)
  ItemJson view(@PathVariable String id) {
    var itemId = ItemId.parse(id).asOptional().orElseThrow(ItemsController::notFound);
    return switch (hexagon.viewItem().handle(new ViewItem.Command(itemId))) {
      case ViewItem.Outcome.Found(var item) -> ItemJson.of(item);
      case ViewItem.Outcome.NotFound() -> throw notFound();
    };
  }

  private static Refusal notFound() {
    return Refusal.of(ProblemType.NOT_FOUND, "Item not found");
  }

  @GetMapping({"/items", "/items/"})
  @RoutePolicy(Who.PUBLIC)
  PageJson<ItemJson> list(QueryFields query) {
    var asked = paging.asked(query);
    query.check();
    return switch (hexagon.listItems().handle(new ListItems.Command(asked.get()))) {
      case ListItems.Outcome.Listed(var page) -> paging.answer(page, ItemJson::of);
    };
  }
}
