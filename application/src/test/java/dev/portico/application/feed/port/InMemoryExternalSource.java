package dev.portico.application.feed.port;

import dev.portico.application.shared.Unavailable;
import dev.portico.domain.feed.ExternalData;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A source that holds what a test gave it, or is away. */
public final class InMemoryExternalSource implements ExternalSource {

  private volatile Optional<ExternalData> held = Optional.of(new ExternalData("[1,2,3]"));

  private final Queue<Duration> patiences = new ConcurrentLinkedQueue<>();

  @Override
  public ExternalData fetch(Duration patience) {
    patiences.add(patience);
    return held.orElseThrow(() -> new Unavailable("the external source is away"));
  }

  /** How long each who asked would have waited. */
  public List<Duration> patience() {
    return List.copyOf(patiences);
  }

  public void hold(String json) {
    held = Optional.of(new ExternalData(json));
  }

  public void goAway() {
    held = Optional.empty();
  }
}
