package dev.portico.persistence.audit;

import dev.portico.domain.audit.AuditEvent;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An event as one line of the log: a JSON object (RFC 8259). None of its values can hold a quote or
 * a line's end: kinds and results are ours, ids are UUIDs, and an origin refuses anything else.
 */
final class AuditLine {

  private static final Logger LOG = LoggerFactory.getLogger("dev.portico.audit");

  private AuditLine() {}

  static void write(AuditEvent event, long times) {
    LOG.info("{}", json(event, times));
  }

  static String json(AuditEvent event, long times) {
    var line =
        new StringBuilder("{")
            .append(member("at", event.at().toString()))
            .append(',')
            .append(member("kind", event.kind().text()))
            .append(',')
            .append(member("result", event.kind().result().name().toLowerCase(Locale.ROOT)));
    event.subject().map(UUID::toString).ifPresent(id -> add(line, "subject", id));
    event.actor().map(UUID::toString).ifPresent(id -> add(line, "actor", id));
    add(line, "address", event.address());
    add(line, "request_id", event.requestId());
    return line.append(",\"times\":").append(times).append('}').toString();
  }

  private static void add(StringBuilder line, String name, String value) {
    line.append(',').append(member(name, value));
  }

  private static String member(String name, String value) {
    return '"' + name + "\":\"" + value + '"';
  }
}
