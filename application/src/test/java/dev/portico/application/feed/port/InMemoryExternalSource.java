package dev.portico.application.feed.port;

import dev.portico.application.shared.Unavailable;
import dev.portico.domain.feed.ExternalData;
import java.util.Optional;

/** A source that holds what a test gave it, or is away. */
public final class InMemoryExternalSource implements ExternalSource {

  private volatile Optional<ExternalData> held = Optional.of(new ExternalData("[1,2,3]"));

  @Override
  public ExternalData fetch() {
    return held.orElseThrow(() -> new Unavailable("the external source is away"));
  }

  public void hold(String json) {
    held = Optional.of(new ExternalData(json));
  }

  public void goAway() {
    held = Optional.empty();
  }
}
