package dev.portico.application.feed;

import dev.portico.application.feed.port.ExternalSource;
import dev.portico.application.shared.Unavailable;
import dev.portico.domain.feed.ExternalData;

/** Shows what the external source holds now. */
public final class ViewExternalData {

  private final ExternalSource source;

  public ViewExternalData(ExternalSource source) {
    this.source = source;
  }

  /** There is one source, and all of it is shown. */
  public record Command() {}

  /** What came of it. */
  public sealed interface Outcome {

    record Fetched(ExternalData data) implements Outcome {}

    /** The source gave nothing that could be shown; the rest of the service is well. */
    record SourceAway() implements Outcome {}
  }

  public Outcome handle(Command command) {
    try {
      return new Outcome.Fetched(source.fetch());
    } catch (Unavailable away) {
      return new Outcome.SourceAway();
    }
  }
}
