package dev.portico.application.audit;

import dev.portico.domain.audit.AuditKind;
import java.util.Optional;
import java.util.UUID;

/** Writes down that somebody was turned away from what is not theirs. */
public final class NoteDenial {

  private final Audit audit;

  public NoteDenial(Audit audit) {
    this.audit = audit;
  }

  /** Who; empty where nobody was recognised. */
  public record Command(Optional<UUID> caller) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Noted() implements Outcome {}
  }

  public Outcome handle(Command command) {
    audit.act(AuditKind.ACCESS_DENIED, command.caller());
    return new Outcome.Noted();
  }
}
