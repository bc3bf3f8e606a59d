package dev.portico.web.shared;

import dev.portico.application.shared.Unavailable;
import dev.portico.testkit.TestScope;
import dev.portico.web.shared.RoutePolicy.Who;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Routes that the service has no reason to have: broken ones, unguarded ones, ones that change. */
@RestController
@RequestMapping("/probe")
public class ProbeController {

  public static final String SECRET = "SELECT hash FROM users -- /srv/portico/secret.key";

  /** How often any of the routes that do something was reached by a test. */
  public static int calls(TestScope scope) {
    return scope.find(Calls.class).map(calls -> calls.count().get()).orElse(0);
  }

  private record Calls(AtomicInteger count) {}

  private static synchronized Map<String, Integer> called() {
    var scope = TestScope.current();
    var calls =
        scope
            .find(Calls.class)
            .orElseGet(() -> scope.put(Calls.class, new Calls(new AtomicInteger())));
    return Map.of("calls", calls.count().incrementAndGet());
  }

  @RequestMapping("/fails")
  @RoutePolicy(Who.PUBLIC)
  void fail() {
    throw new IllegalStateException(SECRET, new RuntimeException("org.example.Cause " + SECRET));
  }

  @GetMapping("/overflows")
  @RoutePolicy(Who.PUBLIC)
  void overflow() {
    throw new StackOverflowError(SECRET);
  }

  @GetMapping("/unwritable")
  @RoutePolicy(Who.PUBLIC)
  Broken unwritable() {
    return new Broken("x");
  }

  /** Fails when it is written as JSON. */
  record Broken(String name) {

    @Override
    public String name() {
      throw new IllegalStateException(SECRET);
    }
  }

  @RequestMapping("/unavailable")
  @RoutePolicy(Who.PUBLIC)
  void unavailable() {
    throw new Unavailable(SECRET, new RuntimeException(SECRET));
  }

  @RequestMapping("/unguarded")
  Map<String, Integer> unguarded() {
    return called();
  }

  @RequestMapping(path = "/unguarded", method = RequestMethod.OPTIONS)
  Map<String, Integer> unguardedOptions() {
    return called();
  }

  @RequestMapping(path = "/any", method = RequestMethod.OPTIONS)
  @RoutePolicy(Who.USER)
  Map<String, Integer> options() {
    return called();
  }

  /** Mapped to no method in particular. */
  @RequestMapping("/any")
  @RoutePolicy(Who.USER)
  Map<String, Integer> any() {
    return called();
  }

  @PostMapping("/change")
  @RoutePolicy(Who.USER)
  Map<String, Integer> post() {
    return called();
  }

  @PutMapping("/change")
  @RoutePolicy(Who.USER)
  Map<String, Integer> put() {
    return called();
  }

  @PatchMapping("/change")
  @RoutePolicy(Who.USER)
  Map<String, Integer> patch() {
    return called();
  }

  @DeleteMapping("/change")
  @RoutePolicy(Who.COOKIE)
  Map<String, Integer> delete() {
    return called();
  }
}
