package dev.portico.application.notifications.port;

import static java.util.Comparator.reverseOrder;

import dev.portico.application.shared.port.InMemoryTable;
import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.domain.notifications.SubscriptionRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Requests for subscriptions in memory. */
public final class InMemorySubscriptions implements Subscriptions {

  private final InMemoryTable<UUID, SubscriptionRequest> rows;

  public InMemorySubscriptions(InMemoryTransactions transactions) {
    rows = transactions.newTable();
  }

  @Override
  public Admission requestIfAllowed(SubscriptionRequest request) {
    return rows.with(all -> {
      all.values().removeIf(row -> !row.at().isAfter(request.windowStart()));
      var email = request.email().key();
      var held =
          SubscriptionRequest.heldUntil(
              times(all.values(), row -> row.email().key().equals(email)),
              times(all.values(), row -> row.client().equals(request.client())));
      if (held.isPresent()) {
        return new Admission.Held(held.get());
      }
      all.put(request.id(), request);
      return new Admission.Granted();
    });
  }

  private static List<Instant> times(
      Collection<SubscriptionRequest> all, Predicate<SubscriptionRequest> condition) {
    return all.stream()
        .filter(condition)
        .map(SubscriptionRequest::at)
        .sorted(reverseOrder())
        .toList();
  }
}
