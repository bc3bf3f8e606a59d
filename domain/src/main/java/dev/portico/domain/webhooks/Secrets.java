package dev.portico.domain.webhooks;

import dev.portico.domain.shared.Parsed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The secrets that messages of one webhook are signed with: the present one, and those that came
 * before it for as long as their receiver may still go by them.
 *
 * @param former the newest first
 */
public record Secrets(WebhookSecret present, List<Former> former) {

  /** How long messages are signed with the former secret as well. */
  public static final Duration OVERLAP = Duration.ofHours(24);

  /** More of them would make a header that receivers refuse. */
  private static final int MOST_FORMER = 4;

  public Secrets {
    former = List.copyOf(former);
  }

  /** A secret that has a successor, and the first instant at which it signs no more. */
  public record Former(WebhookSecret secret, Instant until) {}

  /** The first. */
  public static Secrets of(WebhookSecret first) {
    return new Secrets(first, List.of());
  }

  /** The same with another present one; empty where that would be one too many at this time. */
  public Optional<Secrets> rotated(WebhookSecret next, Instant now) {
    var kept = new ArrayList<Former>();
    kept.add(new Former(present, now.plus(OVERLAP)));
    kept.addAll(former.stream().filter(it -> it.until().isAfter(now)).toList());
    return kept.size() <= MOST_FORMER ? Optional.of(new Secrets(next, kept)) : Optional.empty();
  }

  /** The one of these that has this digest, whether it signs still or not. */
  public Optional<WebhookSecret> ofDigest(String digest) {
    return Stream.concat(Stream.of(present), former.stream().map(Former::secret))
        .filter(secret -> secret.digest().equals(digest))
        .findFirst();
  }

  /** The signatures of a message at a time, as they are sent, the present secret's first. */
  public String sign(String messageId, Instant at, String body) {
    return Stream.concat(
            Stream.of(present),
            former.stream().filter(it -> it.until().isAfter(at)).map(Former::secret))
        .map(secret -> secret.sign(messageId, at, body))
        .collect(Collectors.joining(" "));
  }

  /** One line that says all of it, to be sealed. */
  public String toText() {
    return present.reveal()
        + former.stream()
            .map(it -> " " + it.until() + " " + it.secret().reveal())
            .collect(Collectors.joining());
  }

  /** Reads what {@link #toText} wrote. */
  public static Parsed<Secrets> parse(String text) {
    var words = text.split(" ", -1);
    return WebhookSecret.parse(words[0])
        .then(present -> {
          Parsed<Secrets> read = Parsed.accepted(of(present));
          for (int i = 1; i + 1 < words.length; i += 2) {
            var until = Instant.parse(words[i]);
            var secret = WebhookSecret.parse(words[i + 1]);
            read = read.then(some -> secret.then(it -> Parsed.accepted(some.and(it, until))));
          }
          return read;
        });
  }

  private Secrets and(WebhookSecret secret, Instant until) {
    var more = new ArrayList<>(former);
    more.add(new Former(secret, until));
    return new Secrets(present, more);
  }
}
