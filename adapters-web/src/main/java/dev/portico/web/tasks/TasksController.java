package dev.portico.web.tasks;

import dev.portico.application.Hexagon;
import dev.portico.application.tasks.DiscardTask;
import dev.portico.application.tasks.ListParkedTasks;
import dev.portico.application.tasks.ReplayTask;
import dev.portico.application.tasks.ViewTasks;
import dev.portico.domain.shared.Task;
import dev.portico.domain.shared.Uuids;
import dev.portico.domain.users.UserId;
import dev.portico.web.shared.Caller;
import dev.portico.web.shared.PageJson;
import dev.portico.web.shared.Paging;
import dev.portico.web.shared.ProblemType;
import dev.portico.web.shared.QueryFields;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import dev.portico.web.tasks.TasksJson.LoadsJson;
import dev.portico.web.tasks.TasksJson.ParkedJson;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Looking after the work of the background. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class TasksController {

  private final Hexagon hexagon;
  private final Paging<Task.Position> paging;

  TasksController(Hexagon hexagon, Paging<Task.Position> paging) {
    this.hexagon = hexagon;
    this.paging = paging;
  }

  @GetMapping("/admin/tasks")
  @RoutePolicy(Who.ADMIN)
  LoadsJson loads() {
    return switch (hexagon.viewTasks().handle(new ViewTasks.Command())) {
      case ViewTasks.Outcome.Counted(var loads, var at) -> LoadsJson.of(loads, at);
    };
  }

  @GetMapping("/admin/tasks/parked")
  @RoutePolicy(Who.ADMIN)
  PageJson<ParkedJson> parked(QueryFields query) {
    var asked = paging.asked(query);
    query.check();
    return switch (hexagon.listParkedTasks().handle(new ListParkedTasks.Command(asked.get()))) {
      case ListParkedTasks.Outcome.Listed(var page) -> paging.answer(page, ParkedJson::of);
    };
  }

  @PostMapping("/admin/tasks/parked/{id}/replay")
  @RoutePolicy(Who.ADMIN)
  ResponseEntity<Void> replay(@PathVariable String id, Caller caller) {
    var command = new ReplayTask.Command(task(id), new UserId(caller.id()));
    return switch (hexagon.replayTask().handle(command)) {
      case ReplayTask.Outcome.Replayed() -> ResponseEntity.noContent().build();
      case ReplayTask.Outcome.NotFound() -> throw notFound();
    };
  }

  @DeleteMapping("/admin/tasks/parked/{id}")
  @RoutePolicy(Who.ADMIN)
  ResponseEntity<Void> discard(@PathVariable String id, Caller caller) {
    var command = new DiscardTask.Command(task(id), new UserId(caller.id()));
    return switch (hexagon.discardTask().handle(command)) {
      case DiscardTask.Outcome.Discarded() -> ResponseEntity.noContent().build();
      case DiscardTask.Outcome.NotFound() -> throw notFound();
    };
  }

  private static UUID task(String id) {
    return Uuids.parse(id).asOptional().orElseThrow(TasksController::notFound);
  }

  private static Refusal notFound() {
    return Refusal.of(ProblemType.NOT_FOUND, "Task not found");
  }
}
