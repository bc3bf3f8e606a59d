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
 * How a list is asked for and answered page by page. Its cursors hold the instant in microseconds
 * and the id where the list goes by these, and a number where it goes by that.
 */
public final class Paging<P> {

  private static final int BYTES = 3 * Long.BYTES;

  private final Cursors cursors;
  private final String list;
  private final Function<P, ByteBuffer> bytesOf;
  private final Function<ByteBuffer, P> positionIn;

  private Paging(
      Cursors cursors,
      String list,
      Function<P, ByteBuffer> bytesOf,
      Function<ByteBuffer, P> positionIn) {
    this.cursors = cursors;
    this.list = list;
    this.bytesOf = bytesOf;
    this.positionIn = positionIn;
  }

  /**
   * Paging through one list that goes by time and id.
   *
   * @param list its name, which no other list has
   */
  public Paging(
      Cursors cursors,
      String list,
      Function<P, Instant> instantOf,
      Function<P, UUID> idOf,
      BiFunction<Instant, UUID, P> position) {
    this(
        cursors,
        list,
        next -> bytes(instantOf.apply(next), idOf.apply(next)),
        bytes ->
            position.apply(
                Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS),
                new UUID(bytes.getLong(), bytes.getLong())));
  }

  /** Paging through one list that goes by number. */
  public static Paging<Long> byNumber(Cursors cursors, String list) {
    return new Paging<>(
        cursors,
        list,
        number -> ByteBuffer.allocate(Long.BYTES).putLong(number),
        ByteBuffer::getLong);
  }

  private static ByteBuffer bytes(Instant instant, UUID id) {
    return ByteBuffer.allocate(BYTES)
        .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, instant))
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits());
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
    return cursors.seal(list, bytesOf.apply(next).array());
  }

  private P open(String cursor) {
    return cursors
        .open(list, cursor)
        .map(ByteBuffer::wrap)
        .map(positionIn)
        .orElseThrow(
            () -> Refusal.of(ProblemType.MALFORMED_REQUEST, "The cursor is not one of this list"));
  }
}
