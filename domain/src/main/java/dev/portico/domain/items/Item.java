package dev.portico.domain.items;

import dev.portico.domain.shared.Money;
import dev.portico.domain.users.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that a user offers. It belongs to that user for good, and is shown to everyone for as
 * long as the user is.
 *
 * @param createdAt to the microsecond, which is what the database keeps
 * @param version how often it was said what it is, from 1
 */
public record Item(
    ItemId id,
    UserId owner,
    ItemTitle title,
    Optional<ItemDescription> description,
    Optional<Money> price,
    Instant createdAt,
    long version) {

  /** That of an item just offered. */
  public static final long FIRST_VERSION = 1;

  /** Where the item stands in the list of all, newest first. */
  public Position position() {
    return new Position(createdAt, id);
  }

  /** A place in the list of items; the id decides between two of the same instant. */
  public record Position(Instant createdAt, ItemId id) {}
}
