package dev.portico.web.feed;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.portico.application.feed.ViewExternalData;
import dev.portico.domain.feed.KeptData;
import dev.portico.web.shared.ProblemType;
import dev.portico.web.shared.Refusal;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
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

  /** What our own cache did (RFC 9211); a time to live below zero says that the answer is stale. */
  private static BodyBuilder answer(String cacheStatus) {
    return ResponseEntity.ok().header("Cache-Status", cacheStatus);
  }

  @GetMapping("/api/data")
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<FeedJson> view() {
    return switch (viewExternalData.handle(new ViewExternalData.Command())) {
      case ViewExternalData.Outcome.Fetched(var data) ->
          answer("portico; fwd=miss; stored").body(new FeedJson(data.json()));
      case ViewExternalData.Outcome.Kept(var data, var age, var left) ->
          answer("portico; hit; ttl=" + left.toSeconds())
              .header(HttpHeaders.AGE, Long.toString(age.toSeconds()))
              .body(new FeedJson(data.json()));
      case ViewExternalData.Outcome.Stale(var data, var age) ->
          answer("portico; hit; ttl=-" + age.minus(KeptData.FRESH).toSeconds())
              .header(HttpHeaders.AGE, Long.toString(age.toSeconds()))
              .body(new FeedJson(data.json()));
      case ViewExternalData.Outcome.SourceAway() ->
          throw Refusal.of(ProblemType.UNAVAILABLE, "The external source does not answer")
              .with("Retry-After", "5");
    };
  }
}
