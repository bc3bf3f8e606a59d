package dev.portico.web.shared;

import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.shared.Parsed;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How a list that goes by time and id is asked for and answered page by page. Its cursors hold the
 * instant in microseconds and the id.
 */
public final class Paging<P> {

  private static final int BYTES = 3 * Long.BYTES;

  private final Cursors cursors;
  private final String list;
  private final Function<P, Instant> instantOf;
  private final Function<P, UUID> idOf;
  private final BiFunction<Instant, UUID, P> position;

  /**
   * Paging through one list.
   *
   * @param list its name, which no other list has
   */
  public Paging(
      Cursors cursors,
      String list,
      Function<P, Instant> instantOf,
      Function<P, UUID> idOf,
      BiFunction<Instant, UUID, P> position) {
    this.cursors = cursors;
    this.list = list;
    this.instantOf = instantOf;
    this.idOf = idOf;
    this.position = position;
  }

  /**
   * Reads which page is asked for; to be looked at after {@link Fields#check} only, where a cursor
   * that is none of ours is refused.
   */
  public Supplier<PageRequest<P>> asked(QueryFields query) {
    var limit = query.optional("limit", PageRequest::parseLimit);
    var cursor = query.optional("cursor", Parsed::accepted);
    return () ->
        new PageRequest<>(
            limit.value().orElse(PageRequest.DEFAULT_LIMIT), cursor.value().map(this::open));
  }

  /** Words a page. */
  public <T, J> PageJson<J> answer(Page<T, P> page, Function<T, J> json) {
    return new PageJson<>(
        page.items().stream().map(json).toList(), page.next().map(this::seal).orElse(null));
  }

  private String seal(P next) {
    var id = idOf.apply(next);
    return cursors.seal(
        list,
        ByteBuffer.allocate(BYTES)
            .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, instantOf.apply(next)))
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  private P open(String cursor) {
    var bytes =
        cursors
            .open(list, cursor)
            .map(ByteBuffer::wrap)
            .orElseThrow(() ->
                Refusal.of(ProblemType.MALFORMED_REQUEST, "The cursor is not one of this list"));
    var instant = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
    return position.apply(instant, new UUID(bytes.getLong(), bytes.getLong()));
  }
}
