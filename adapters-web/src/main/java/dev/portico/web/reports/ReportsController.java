package dev.portico.web.reports;

import dev.portico.application.reports.ViewActivityReport;
import dev.portico.domain.reports.ActivityReport;
import dev.portico.web.reports.ReportsJson.ActivityJson;
import dev.portico.web.shared.EntityTag;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import java.nio.charset.StandardCharsets;
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
    var status =
        switch (outcome) {
          case ViewActivityReport.Outcome.Kept _ -> "portico; hit";
          case ViewActivityReport.Outcome.Counted _ -> "portico; fwd=miss; stored";
          case ViewActivityReport.Outcome.Stale _ -> "portico; hit; detail=stale";
        };
    return answer(outcome.text(), status);
  }

  private String word(ActivityReport report) {
    return json.writeValueAsString(ActivityJson.of(report));
  }

  /**
   * The report names nobody and is the same for everybody, so that anyone may keep it, and has to
   * ask each time whether it is still the last one.
   */
  private static ResponseEntity<byte[]> answer(String text, String cacheStatus) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(CACHE_STATUS, cacheStatus)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .cacheControl(CacheControl.noCache().cachePublic())
        .eTag(EntityTag.ofContent(body))
        .body(body);
  }
}
