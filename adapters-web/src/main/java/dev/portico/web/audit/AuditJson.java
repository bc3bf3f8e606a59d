package dev.portico.web.audit;

import dev.portico.domain.audit.AuditEntry;
import dev.portico.domain.audit.AuditFilter;
import dev.portico.domain.audit.AuditKind;
import dev.portico.domain.shared.Instants;
import dev.portico.domain.shared.Parsed;
import dev.portico.domain.shared.Uuids;
import dev.portico.web.shared.QueryFields;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What happened, as it looks on the wire. */
final class AuditJson {

  private static final int MAX_ADDRESS = 64;

  private AuditJson() {}

  /** An entry. */
  record EntryJson(
      String id,
      String kind,
      String result,
      @Nullable String subject,
      @Nullable String actor,
      @Nullable String address,
      @Nullable String requestId,
      long times,
      Instant createdAt,
      Instant lastAt) {

    static EntryJson of(AuditEntry entry) {
      var event = entry.event();
      return new EntryJson(
          event.id().toString(),
          event.kind().text(),
          event.kind().result().name().toLowerCase(Locale.ROOT),
          event.subject().map(UUID::toString).orElse(null),
          event.actor().map(UUID::toString).orElse(null),
          orNull(event.address()),
          orNull(event.requestId()),
          entry.times(),
          event.at(),
          entry.lastAt());
    }

    private static @Nullable String orNull(String text) {
      return text.isEmpty() ? null : text;
    }
  }

  /** Reads which entries are wanted; to be looked at once the query is checked. */
  static Supplier<AuditFilter> filter(QueryFields query) {
    var kind = query.optional("kind", AuditKind::parse);
    var subject = query.optional("subject", Uuids::parse);
    var actor = query.optional("actor", Uuids::parse);
    var address = query.optional("address", AuditJson::address);
    var from = query.optional("from", Instants::parse);
    var until = query.optional("until", Instants::parse);
    return () ->
        new AuditFilter(
            kind.value(),
            subject.value(),
            actor.value(),
            address.value(),
            from.value(),
            until.value());
  }

  private static Parsed<String> address(String text) {
    return text.isEmpty() || text.length() > MAX_ADDRESS
        ? Parsed.refused("must be 1 to " + MAX_ADDRESS + " characters")
        : Parsed.accepted(text);
  }
}
