package dev.portico.web.reports;

import dev.portico.application.reports.ViewActivityReport;
import dev.portico.domain.reports.ActivityReport;
import dev.portico.web.reports.ReportsJson.ActivityJson;
import dev.portico.web.shared.EntityTag;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Reporting what goes on. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class ReportsController {

  /** RFC 9211. */
  private static final String CACHE_STATUS = "Cache-Status";

  private final ViewActivityReport viewActivityReport;
  private final JsonMapper json;

  ReportsController(ViewActivityReport viewActivityReport, JsonMapper json) {
    this.viewActivityReport = viewActivityReport;
    this.json = json;
  }

  @GetMapping("/expensive-query")
  @RoutePolicy(Who.PUBLIC)
  ResponseEntity<byte[]> activity() {
    var outcome = viewActivityReport.handle(new ViewActivityReport.Command(this::word));
    return switch (outcome) {
      case ViewActivityReport.Outcome.Counted(var text) ->
          answer(text, "portico; fwd=miss; stored");
      case ViewActivityReport.Outcome.Kept(var text, var age, var left) ->
          answer(text, "portico; hit; ttl=" + left.toSeconds(), age);
      case ViewActivityReport.Outcome.Stale(var text, var age) ->
          answer(text, "portico; hit; ttl=-" + age.minus(ViewActivityReport.TTL).toSeconds(), age);
    };
  }

  private String word(ActivityReport report) {
    return json.writeValueAsString(ActivityJson.of(report));
  }

  private static ResponseEntity<byte[]> answer(String text, String cacheStatus, Duration age) {
    return answer(
        text, cacheStatus, headers -> headers.set(HttpHeaders.AGE, Long.toString(age.toSeconds())));
  }

  private static ResponseEntity<byte[]> answer(String text, String cacheStatus) {
    return answer(text, cacheStatus, _ -> {});
  }

  /**
   * The report names nobody and is the same for everybody, so that anyone may keep it, and has to
   * ask each time whether it is still the last one.
   */
  private static ResponseEntity<byte[]> answer(
      String text, String cacheStatus, Consumer<HttpHeaders> more) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(CACHE_STATUS, cacheStatus)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .headers(more)
        .cacheControl(CacheControl.noCache().cachePublic())
        .eTag(EntityTag.ofContent(body))
        .body(body);
  }
}
