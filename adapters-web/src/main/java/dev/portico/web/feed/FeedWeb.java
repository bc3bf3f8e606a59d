package dev.portico.web.feed;

import dev.portico.application.Hexagon;
import dev.portico.application.feed.port.ExternalSource;
import dev.portico.web.shared.PeerUrl;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed's route, and the source behind it. */
@Configuration(proxyBeanMethods = false)
public class FeedWeb {

  /**
   * What the feed is told from outside.
   *
   * @param source empty for the built-in sandbox
   */
  public record Settings(Optional<PeerUrl> source) {}

  @Bean
  ExternalSource externalSource(Settings settings, InstantSource time) {
    return settings
        .source()
        .<ExternalSource>map(url ->
            new HttpExternalSource(
                new HttpFetch(url, HttpFetch.Limits.USUAL), FeedBreaker.by(time)))
        .orElseGet(SandboxExternalSource::new);
  }

  @Bean
  FeedController feedController(Hexagon hexagon) {
    return new FeedController(hexagon.viewExternalData());
  }
}
