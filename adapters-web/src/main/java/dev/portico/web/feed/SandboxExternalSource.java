package dev.portico.web.feed;

import dev.portico.application.feed.port.ExternalSource;
import dev.portico.domain.feed.ExternalData;
import java.time.Duration;

/** Made-up data that say so, for a service that was given no source. */
final class SandboxExternalSource implements ExternalSource {

  static final String JSON =
      """
      {"sandbox":true,"note":"Made-up data: EXTERNAL_DATA_URL is not set",\
      "items":[{"name":"alpha","value":1.5},{"name":"beta","value":2.25}]}\
      """;

  @Override
  public ExternalData fetch(Duration patience) {
    return new ExternalData(JSON);
  }
}
