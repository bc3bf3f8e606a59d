package dev.portico.web.audit;

import dev.portico.application.audit.ListAudit;
import dev.portico.domain.audit.AuditEvent;
import dev.portico.web.audit.AuditJson.EntryJson;
import dev.portico.web.shared.PageJson;
import dev.portico.web.shared.Paging;
import dev.portico.web.shared.QueryFields;
import dev.portico.web.shared.RoutePolicy;
import dev.portico.web.shared.RoutePolicy.Who;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reading what happened. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class AuditController {

  private final ListAudit listAudit;
  private final Paging<AuditEvent.Position> paging;

  AuditController(ListAudit listAudit, Paging<AuditEvent.Position> paging) {
    this.listAudit = listAudit;
    this.paging = paging;
  }

  @GetMapping("/audit")
  @RoutePolicy(Who.ADMIN)
  PageJson<EntryJson> list(QueryFields query) {
    var filter = AuditJson.filter(query);
    var asked = paging.asked(query);
    query.check();
    return switch (listAudit.handle(new ListAudit.Command(filter.get(), asked.get()))) {
      case ListAudit.Outcome.Listed(var page) -> paging.answer(page, EntryJson::of);
    };
  }
}
