package dev.portico.domain.shared;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param items the entries, in the list's order
 * @param next the position the next page starts behind; empty where this is the last one
 */
public record Page<T, P>(List<T> items, Optional<P> next) {

  public Page {
    items = List.copyOf(items);
  }

  /**
   * Cuts a page from entries read one beyond the limit, which is how a store learns whether more
   * follows without counting.
   */
  public static <T, P> Page<T, P> cut(
      List<T> oneMoreThanAsked, int limit, Function<T, P> position) {
    if (oneMoreThanAsked.size() <= limit) {
      return new Page<>(oneMoreThanAsked, Optional.empty());
    }
    List<T> items = oneMoreThanAsked.subList(0, limit);
    return new Page<>(items, Optional.of(position.apply(items.getLast())));
  }
}
