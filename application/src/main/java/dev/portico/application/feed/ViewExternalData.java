package dev.portico.application.feed;

import dev.portico.application.feed.port.ExternalSource;
import dev.portico.application.shared.Unavailable;
import dev.portico.application.shared.port.Cache;
import dev.portico.domain.feed.ExternalData;
import dev.portico.domain.feed.KeptData;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Shows what the external source holds, or held lately. Where the source is away, slow or talks
 * nonsense, what it held last is shown for as long as it is usable, and nobody is kept waiting.
 */
public final class ViewExternalData {

  /** The key that what the source held is kept under. */
  public static final String KEY = "external-data";

  /** How long to wait where there is nothing else to show. */
  public static final Duration PATIENCE = Duration.ofSeconds(4);

  /** How long to wait for better than what there is. */
  public static final Duration HASTE = Duration.ofMillis(100);

  private final ExternalSource source;
  private final Cache cache;
  private final InstantSource time;

  public ViewExternalData(ExternalSource source, Cache cache, InstantSource time) {
    this.source = source;
    this.cache = cache;
    this.time = time;
  }

  /** There is one source, and all of it is shown. */
  public record Command() {}

  /** What came of it. */
  public sealed interface Outcome {

    /** The source was asked just now. */
    record Fetched(ExternalData data) implements Outcome {}

    /** What it held so long ago, which is as good as new for {@code left}. */
    record Kept(ExternalData data, Duration age, Duration left) implements Outcome {}

    /** What it held so long ago, since it gives nothing now. */
    record Stale(ExternalData data, Duration age) implements Outcome {}

    /** The source gave nothing that could be shown; the rest of the service is well. */
    record SourceAway() implements Outcome {}
  }

  public Outcome handle(Command command) {
    var now = time.instant();
    var kept = cache.get(KEY).flatMap(KeptData::ofText).filter(it -> it.isUsable(now));
    var fresh = kept.filter(it -> it.isFresh(now));
    if (fresh.isPresent()) {
      var age = fresh.get().age(now);
      return new Outcome.Kept(fresh.get().data(), age, KeptData.FRESH.minus(age));
    }
    return fetch(kept, now);
  }

  private Outcome fetch(Optional<KeptData> kept, Instant now) {
    try {
      var data = source.fetch(kept.isPresent() ? HASTE : PATIENCE);
      cache.put(KEY, new KeptData(data, now).toText(), KeptData.USABLE);
      return new Outcome.Fetched(data);
    } catch (Unavailable away) {
      return kept.<Outcome>map(it -> new Outcome.Stale(it.data(), it.age(now)))
          .orElseGet(Outcome.SourceAway::new);
    }
  }
}
