package dev.portico.web.shared;

import dev.portico.application.shared.CheckReadiness;
import dev.portico.web.shared.RoutePolicy.Who;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The greeting, and whether the service lives and works. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class RootController {

  /** What the service says to whoever looks by. */
  record Greeting(String message) {}

  /** How the service is. */
  record Health(String status) {}

  private static final Greeting GREETING = new Greeting("Hello World");
  private static final Health OK = new Health("ok");

  private final CheckReadiness checkReadiness;
  private final Shutdown shutdown;

  RootController(CheckReadiness checkReadiness, Shutdown shutdown) {
    this.checkReadiness = checkReadiness;
    this.shutdown = shutdown;
  }

  @GetMapping("/")
  @RoutePolicy(Who.PUBLIC)
  Greeting greet() {
    return GREETING;
  }

  @GetMapping("/health")
  @RoutePolicy(Who.PUBLIC)
  Health health() {
    return switch (checkReadiness.handle(new CheckReadiness.Command())) {
      case CheckReadiness.Outcome.Ready() -> OK;
      case CheckReadiness.Outcome.StorageAway() -> throw away("The database does not answer");
    };
  }

  /** Says only that the process answers: a restart would not bring a lost database back. */
  @GetMapping("/health/live")
  @RoutePolicy(Who.PUBLIC)
  Health live() {
    return OK;
  }

  @GetMapping("/health/ready")
  @RoutePolicy(Who.PUBLIC)
  Health ready() {
    if (shutdown.hasBegun()) {
      throw away("The service is shutting down");
    }
    return health();
  }

  private static Refusal away(String detail) {
    return Refusal.of(ProblemType.UNAVAILABLE, detail).with("Retry-After", "2");
  }
}
