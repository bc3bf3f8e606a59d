package dev.portico.application.feed.port;

import dev.portico.domain.feed.ExternalData;

/** Where the data come from that we pass on. */
public interface ExternalSource {

  /**
   * What the source holds now.
   *
   * <p>Promise: one well-formed JSON value of at most 1 MiB, or an exception, within four seconds,
   * however the source behaves. A source that cannot be reached, is slow, or sends anything else is
   * logged once and is {@link dev.portico.application.shared.Unavailable}.
   *
   * <p>Concurrency: bounded; who finds no place in time gets the same exception.
   */
  ExternalData fetch();
}
