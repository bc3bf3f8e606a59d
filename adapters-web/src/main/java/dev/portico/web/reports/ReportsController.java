package dev.portico.web.reports;

import dev.portico.application.reports.ViewActivityReport;
import dev.portico.domain.reports.ActivityReport;
import dev.portico.web.reports.ReportsJson.ActivityJson;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import java.nio.charset.StandardCharsets;
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
    return switch (viewActivityReport.handle(new ViewActivityReport.Command(this::word))) {
      case ViewActivityReport.Outcome.Kept(var text) -> answer(text, "portico; hit");
      case ViewActivityReport.Outcome.Counted(var text) ->
          answer(text, "portico; fwd=miss; stored");
    };
  }

  private String word(ActivityReport report) {
    return json.writeValueAsString(ActivityJson.of(report));
  }

  private static ResponseEntity<byte[]> answer(String text, String cacheStatus) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(CACHE_STATUS, cacheStatus)
        .body(text.getBytes(StandardCharsets.UTF_8));
  }
}
