package dev.portico.application.shared;

import dev.portico.application.shared.port.StorageProbe;

/** Tells whether the service can do its work right now. */
public final class CheckReadiness {

  private final StorageProbe storage;

  public CheckReadiness(StorageProbe storage) {
    this.storage = storage;
  }

  /** Nothing to choose. */
  public record Command() {}

  /** What came of it. */
  public sealed interface Outcome {

    record Ready() implements Outcome {}

    record StorageAway() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return storage.answers() ? new Outcome.Ready() : new Outcome.StorageAway();
  }
}
