package dev.portico.application.feed.port;

import dev.portico.domain.feed.ExternalData;
import java.time.Duration;

/** Where the data come from that we pass on. */
public interface ExternalSource {

  /**
   * What the source holds now.
   *
   * <p>Promise: one well-formed JSON value of at most 1 MiB, or an exception, within the patience
   * or a moment more, however the source behaves. A source that cannot be reached, is slow, or
   * sends anything else is logged once and is {@link dev.portico.application.shared.Unavailable}. A
   * fetch goes on for some seconds when nobody waits for it any more, and what comes of it is the
   * answer to whoever asks next.
   *
   * <p>Concurrency: of any number of calls at once, one asks the source; all get what comes of it.
   *
   * @param patience how long the caller waits; positive
   */
  ExternalData fetch(Duration patience);
}
