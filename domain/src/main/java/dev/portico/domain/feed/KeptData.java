package dev.portico.domain.feed;

import dev.portico.domain.shared.Instants;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a source held a while ago. For a time it is as good as new, then good enough where the
 * source gives nothing.
 *
 * @param at when the source was asked, to the microsecond
 */
public record KeptData(ExternalData data, Instant at) {

  /** How long it is as good as new. */
  public static final Duration FRESH = Duration.ofSeconds(30);

  /** How long it is better than nothing. */
  public static final Duration USABLE = Duration.ofHours(1);

  public boolean isFresh(Instant now) {
    return now.isBefore(at.plus(FRESH));
  }

  public boolean isUsable(Instant now) {
    return now.isBefore(at.plus(USABLE));
  }

  /** How old it is; nothing where the clock of whoever asked the source is ahead of ours. */
  public Duration age(Instant now) {
    return now.isBefore(at) ? Duration.ZERO : Duration.between(at, now);
  }

  /** The moment on a line, and behind it the data. */
  public String toText() {
    return at + "\n" + data.json();
  }

  /** Reads what {@link #toText} wrote; empty where the text is of another making. */
  public static Optional<KeptData> ofText(String text) {
    int end = text.indexOf('\n');
    return end < 0
        ? Optional.empty()
        : Instants.parse(text.substring(0, end))
            .asOptional()
            .map(at -> new KeptData(new ExternalData(text.substring(end + 1)), at));
  }
}
