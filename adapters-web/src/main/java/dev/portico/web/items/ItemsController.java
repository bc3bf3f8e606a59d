package dev.portico.web.items;

import dev.portico.application.Hexagon;
import dev.portico.application.items.ChangeItem;
import dev.portico.application.items.CreateItem;
import dev.portico.application.items.DeleteItem;
import dev.portico.application.items.ListItems;
import dev.portico.application.items.ViewItem;
import dev.portico.application.items.port.Items;
import dev.portico.application.shared.Answer;
import dev.portico.domain.items.Item;
import dev.portico.domain.items.ItemChange;
import dev.portico.domain.items.ItemId;
import dev.portico.domain.users.Actor;
import dev.portico.domain.users.UserId;
import dev.portico.web.items.ItemsJson.ItemJson;
import dev.portico.web.shared.Answers;
import dev.portico.web.shared.Caller;
import dev.portico.web.shared.EntityTag;
import dev.portico.web.shared.IfMatch;
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
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Offering items, looking them up, changing them and taking them back. */
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
    var answer = once.answer(() -> answer(hexagon.createItem().handle(command), caller));
    // A repetition is answered with the first version too, whatever became of the item.
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .eTag(EntityTag.of(Item.FIRST_VERSION))
        .body(answer.getBody());
  }

  private Answer answer(CreateItem.Outcome outcome, Caller owner) {
    return switch (outcome) {
      case CreateItem.Outcome.Created(var item) ->
          answers.created("/items/" + item.id(), ItemJson.of(item, owner.name()));
    };
  }

  @GetMapping("/items/{id}")
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<ItemJson> view(@PathVariable String id) {
    return switch (hexagon.viewItem().handle(new ViewItem.Command(item(id)))) {
      case ViewItem.Outcome.Found(var item) -> answer(item);
      case ViewItem.Outcome.NotFound() -> throw notFound();
    };
  }

  private static ItemId item(String id) {
    return ItemId.parse(id).asOptional().orElseThrow(ItemsController::notFound);
  }

  private static ResponseEntity<ItemJson> answer(Items.Shown item) {
    return ResponseEntity.ok().eTag(EntityTag.of(item.item().version())).body(ItemJson.of(item));
  }

  @PutMapping(path = "/items/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @RoutePolicy(Who.USER)
  ResponseEntity<ItemJson> replace(
      @PathVariable String id, JsonBody body, Caller caller, IfMatch ifMatch) {
    return changed(id, ItemsJson.replacement(body), caller, ifMatch);
  }

  @PatchMapping(path = "/items/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @RoutePolicy(Who.USER)
  ResponseEntity<ItemJson> change(
      @PathVariable String id, JsonBody body, Caller caller, IfMatch ifMatch) {
    return changed(id, ItemsJson.change(body), caller, ifMatch);
  }

  private ResponseEntity<ItemJson> changed(
      String id, ItemChange change, Caller caller, IfMatch ifMatch) {
    var command = new ChangeItem.Command(item(id), change, ifMatch.expected(), actor(caller));
    return switch (hexagon.changeItem().handle(command)) {
      case ChangeItem.Outcome.Changed(var item) -> answer(item);
      case ChangeItem.Outcome.NotFound() -> throw notFound();
      case ChangeItem.Outcome.Stale() -> throw IfMatch.stale();
    };
  }

  private static Actor actor(Caller caller) {
    return new Actor(new UserId(caller.id()), caller.admin());
  }

  @DeleteMapping("/items/{id}")
  @RoutePolicy(Who.USER)
  ResponseEntity<Void> delete(@PathVariable String id, Caller caller, IfMatch ifMatch) {
    var command = new DeleteItem.Command(item(id), ifMatch.expected(), actor(caller));
    return switch (hexagon.deleteItem().handle(command)) {
      case DeleteItem.Outcome.Deleted() -> ResponseEntity.noContent().build();
      case DeleteItem.Outcome.NotFound() -> throw notFound();
      case DeleteItem.Outcome.Stale() -> throw IfMatch.stale();
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
