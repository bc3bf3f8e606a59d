package dev.portico.web.counters;

import dev.portico.application.Hexagon;
import dev.portico.application.counters.IncrementCounter;
import dev.portico.application.counters.ViewCounter;
import dev.portico.application.shared.Answer;
import dev.portico.domain.counters.CounterName;
import dev.portico.domain.shared.InvalidInput;
import dev.portico.web.counters.CountersJson.CounterJson;
import dev.portico.web.shared.Answers;
import dev.portico.web.shared.JsonBody;
import dev.portico.web.shared.Once;
import dev.portico.web.shared.ProblemType;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Counting. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class CountersController {

  private static final InvalidInput TOO_MUCH =
      new InvalidInput("/by", "would take the counter beyond " + Long.MAX_VALUE);

  private final Hexagon hexagon;
  private final Answers answers;

  CountersController(Hexagon hexagon, Answers answers) {
    this.hexagon = hexagon;
    this.answers = answers;
  }

  @PostMapping("/counters/{name}/increment")
  @RoutePolicy(Who.USER)
  ResponseEntity<byte[]> increment(
      @PathVariable("name") String text, Optional<JsonBody> body, Once once) {
    var name = named(text);
    var command = new IncrementCounter.Command(name, CountersJson.increment(body));
    return once.answer(() -> answer(name, hexagon.incrementCounter().handle(command)));
  }

  private Answer answer(CounterName name, IncrementCounter.Outcome outcome) {
    return switch (outcome) {
      case IncrementCounter.Outcome.Incremented(var value) ->
          answers.ok(CounterJson.of(name, value));
      case IncrementCounter.Outcome.Full() -> throw Refusal.of(List.of(TOO_MUCH));
    };
  }

  @GetMapping("/counters/{name}")
  @RoutePolicy(Who.USER)
  CounterJson view(@PathVariable("name") String text) {
    var name = named(text);
    return switch (hexagon.viewCounter().handle(new ViewCounter.Command(name))) {
      case ViewCounter.Outcome.Counted(var value) -> CounterJson.of(name, value);
    };
  }

  /** A name stands in the path, so one that can be no counter's is an address without anything. */
  private static CounterName named(String text) {
    return CounterName.parse(text)
        .asOptional()
        .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND, "Counter not found"));
  }
}
