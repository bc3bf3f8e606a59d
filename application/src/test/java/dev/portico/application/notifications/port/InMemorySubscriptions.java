package dev.portico.application.notifications.port;

import static java.util.Comparator.reverseOrder;

import dev.portico.application.shared.port.InMemoryTable;
import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.domain.notifications.Subscription;
import dev.portico.domain.notifications.SubscriptionRequest;
import dev.portico.domain.users.EmailAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Requests for subscriptions in memory. */
public final class InMemorySubscriptions implements Subscriptions {

  /** An offer, whether its code is still to be used, and whether somebody agreed. */
  private record Offered(Subscription offer, boolean open, boolean agreed) {}

  private final InMemoryTable<UUID, SubscriptionRequest> rows;
  private final InMemoryTable<String, Offered> offers;

  public InMemorySubscriptions(InMemoryTransactions transactions) {
    rows = transactions.newTable();
    offers = transactions.newTable();
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

  @Override
  public void offer(Subscription offer, Instant now) {
    offers.with(all -> {
      all.values().removeIf(it -> !it.agreed() && !it.offer().endsAt().isAfter(now));
      var before = all.get(offer.email().key());
      return all.put(
          offer.email().key(), new Offered(offer, true, before != null && before.agreed()));
    });
  }

  @Override
  public boolean confirm(String digest, Instant now) {
    return offers.with(all ->
        all.entrySet().stream()
            .filter(it -> it.getValue().offer().digest().equals(digest))
            .filter(it -> it.getValue().open() && it.getValue().offer().endsAt().isAfter(now))
            .findFirst()
            .map(it -> it.setValue(new Offered(it.getValue().offer(), false, true)))
            .isPresent());
  }

  @Override
  public boolean isSubscribed(EmailAddress email) {
    return offers.with(all -> {
      var offered = all.get(email.key());
      return offered != null && offered.agreed();
    });
  }
}
