package dev.portico.web.feed;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.portico.application.shared.Unavailable;
import dev.portico.web.feed.HttpFetch.Limits;
import dev.portico.web.shared.PeerUrl;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the log says of a source that fails. */
class FeedFailureTest {

  private final Logger logger = (Logger) LoggerFactory.getLogger(HttpFetch.class);

  @Test
  void logsOneLineWithoutCredentials() throws Exception {
    var heard = new ListAppender<ILoggingEvent>();
    try (var peer = Peer.sending("HTTP/1.1 500 canary\r\nContent-Length: 0\r\n\r\n")) {
      var origin = peer.origin();
      var url = PeerUrl.parse(origin.replace("//", "//u:canary@") + "/canary?k=canary").orThrow();
      heard.start();
      logger.addAppender(heard);
      try (var fetch = new HttpFetch(url, new Limits(Duration.ofSeconds(20), 1_000))) {
        org.assertj.core.api.Assertions.assertThatThrownBy(fetch::run)
            .isInstanceOf(Unavailable.class)
            .message()
            .doesNotContain("canary");
      } finally {
        logger.detachAppender(heard);
      }

      assertThat(heard.list)
          .filteredOn(event -> event.getFormattedMessage().contains(origin))
          .singleElement()
          .satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getThrowableProxy()).isNull();
            assertThat(event.getFormattedMessage())
                .isEqualTo("No data from " + origin + ": it answered 500");
          });
    }
  }
}
