package dev.portico.web.webhooks;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** How long a receiver asks to be left alone (RFC 9110, 10.2.3). */
final class RetryAfter {

  private RetryAfter() {}

  /** In seconds; empty where it says nothing, or nothing that makes sense. */
  static Optional<Duration> of(ClassicHttpResponse answer, Instant now) {
    var header = answer.getFirstHeader("Retry-After");
    return header == null || header.getValue() == null
        ? Optional.empty()
        : of(header.getValue().strip(), now);
  }

  static Optional<Duration> of(String text, Instant now) {
    if (text.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Integer.parseInt(text)));
    }
    try {
      var until = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
      return Optional.of(Duration.ofSeconds(Duration.between(now, until).toSeconds()))
          .filter(Duration::isPositive);
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}
