package dev.portico.web.tasks;

import dev.portico.application.Hexagon;
import dev.portico.application.tasks.PurgeParkedTasks;
import dev.portico.domain.shared.Task;
import dev.portico.web.shared.Cursors;
import dev.portico.web.shared.Paging;
import dev.portico.web.shared.Upkeep;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The routes for whoever looks after tasks, and who clears up behind them. */
@Configuration(proxyBeanMethods = false)
public class TasksWeb {

  private static final Duration BETWEEN_PURGES = Duration.ofHours(1);

  @Bean
  TasksController tasksController(Hexagon hexagon, Cursors cursors) {
    return new TasksController(
        hexagon,
        new Paging<>(
            cursors, "parked-tasks", Task.Position::dueAt, Task.Position::id, Task.Position::new));
  }

  @Bean
  MetricsController metricsController(Hexagon hexagon) {
    return new MetricsController(hexagon);
  }

  @Bean
  Upkeep parkedTasksPurge(Hexagon hexagon) {
    return new Upkeep(BETWEEN_PURGES, () -> purge(hexagon.purgeParkedTasks()));
  }

  private static void purge(PurgeParkedTasks purgeParkedTasks) {
    switch (purgeParkedTasks.handle(new PurgeParkedTasks.Command())) {
      case PurgeParkedTasks.Outcome.Purged _ -> {}
    }
  }
}
