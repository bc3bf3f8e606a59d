package dev.portico.web.feed;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.portico.application.feed.ViewExternalData;
import dev.portico.web.shared.ProblemType;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Data from outside, passed on. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class FeedController {

  /** As the source wrote it, to the last digit; the port vouches for its being JSON. */
  record FeedJson(@JsonRawValue String data) {}

  private final ViewExternalData viewExternalData;

  FeedController(ViewExternalData viewExternalData) {
    this.viewExternalData = viewExternalData;
  }

  @GetMapping("/api/data")
  @RoutePolicy(Who.PUBLIC)
  FeedJson view() {
    return switch (viewExternalData.handle(new ViewExternalData.Command())) {
      case ViewExternalData.Outcome.Fetched(var data) -> new FeedJson(data.json());
      case ViewExternalData.Outcome.SourceAway() ->
          throw Refusal.of(ProblemType.UNAVAILABLE, "The external source does not answer")
              .with("Retry-After", "5");
    };
  }
}
