package dev.portico.application.audit;

import dev.portico.application.audit.port.AuditLog;
import dev.portico.domain.audit.AuditRule;
import java.time.InstantSource;

/** Forgets what happened too long ago. */
public final class PurgeAudit {

  /** Few enough for one statement not to be in anybody's way. */
  static final int AT_ONCE = 1_000;

  private final AuditLog log;
  private final AuditRule rule;
  private final InstantSource time;

  public PurgeAudit(AuditLog log, AuditRule rule, InstantSource time) {
    this.log = log;
    this.rule = rule;
    this.time = time;
  }

  /** Now. */
  public record Command() {}

  /** What came of it. */
  public sealed interface Outcome {

    record Purged(int entries) implements Outcome {}
  }

  public Outcome handle(Command command) {
    var before = rule.keptSince(time.instant());
    int all = 0;
    int last;
    do {
      last = log.purge(before, AT_ONCE);
      all += last;
    } while (last == AT_ONCE);
    return new Outcome.Purged(all);
  }
}
