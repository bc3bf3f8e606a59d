package dev.portico.domain.notifications;

import dev.portico.domain.users.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody's wish to be sent news at an address, which need not be their own.
 *
 * <p>A request leads to a mail, so it is limited: whatever is asked, an address gets no more than
 * {@value #MOST_PER_ADDRESS} mails in a {@link #WINDOW}, and a client causes no more than {@value
 * #MOST_PER_CLIENT}. Only requests that were granted count.
 *
 * @param client where the request came from, as the edge tells clients apart
 * @param at to the microsecond, which is what the database keeps
 */
public record SubscriptionRequest(UUID id, EmailAddress email, String client, Instant at) {

  public static final int MOST_PER_ADDRESS = 3;
  public static final int MOST_PER_CLIENT = 20;
  public static final Duration WINDOW = Duration.ofHours(1);

  /** Requests granted at this instant or before do not count any more. */
  public Instant windowStart() {
    return at.minus(WINDOW);
  }

  /**
   * When the request may be made again; empty if it may be granted now.
   *
   * @param perAddress when earlier ones for the address were granted inside the window, newest
   *     first
   * @param perClient the same for the client
   */
  public static Optional<Instant> heldUntil(List<Instant> perAddress, List<Instant> perClient) {
    var address = freeAgain(perAddress, MOST_PER_ADDRESS);
    var client = freeAgain(perClient, MOST_PER_CLIENT);
    return address.isPresent() && client.isPresent()
        ? Optional.of(address.get().isAfter(client.get()) ? address.get() : client.get())
        : address.or(() -> client);
  }

  /** When the oldest of so many leaves the window. */
  private static Optional<Instant> freeAgain(List<Instant> newestFirst, int most) {
    return newestFirst.size() < most
        ? Optional.empty()
        : Optional.of(newestFirst.get(most - 1).plus(WINDOW));
  }
}
