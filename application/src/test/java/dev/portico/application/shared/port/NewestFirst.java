package dev.portico.application.shared.port;

import static java.util.Comparator.comparing;

import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How fakes cut pages: from the newest to the oldest, the greater id first among those of one
 * instant.
 */
public final class NewestFirst<T, P> {

  private final Function<T, P> positionOf;
  private final Comparator<P> order;

  public NewestFirst(
      Function<T, P> positionOf, Function<P, Instant> instantOf, Function<P, UUID> idOf) {
    this.positionOf = positionOf;
    // As a UUID compares itself, its halves are signed; a database goes byte by byte.
    order =
        comparing(instantOf).thenComparing(position -> idOf.apply(position).toString()).reversed();
  }

  /** The page asked for. */
  public Page<T, P> page(Stream<T> all, PageRequest<P> request) {
    return Page.cut(
        all.filter(it -> follows(positionOf.apply(it), request))
            .sorted(comparing(positionOf, order))
            .limit(request.limit() + 1L)
            .toList(),
        request.limit(),
        positionOf);
  }

  private boolean follows(P position, PageRequest<P> request) {
    return request.after().filter(after -> order.compare(position, after) <= 0).isEmpty();
  }
}
