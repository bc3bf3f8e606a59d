package dev.portico.web.tasks;

import dev.portico.application.Hexagon;
import dev.portico.application.tasks.ViewTasks;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a monitoring system asks for again and again. */
@RestController
final class MetricsController {

  private final Hexagon hexagon;

  MetricsController(Hexagon hexagon) {
    this.hexagon = hexagon;
  }

  @GetMapping(path = "/metrics", produces = MediaType.TEXT_PLAIN_VALUE)
  @RoutePolicy(Who.SERVICE)
  ResponseEntity<byte[]> metrics() {
    return switch (hexagon.viewTasks().handle(new ViewTasks.Command())) {
      case ViewTasks.Outcome.Counted(var loads, var at) ->
          ResponseEntity.ok()
              .contentType(MediaType.parseMediaType(TaskMetrics.MEDIA_TYPE))
              .body(TaskMetrics.of(loads, at).getBytes(StandardCharsets.UTF_8));
    };
  }
}
