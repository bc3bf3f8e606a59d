package dev.portico.application.webhooks.port;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import dev.portico.application.shared.port.InMemoryTable;
import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.shared.port.NewestFirst;
import dev.portico.domain.shared.Page;
import dev.portico.domain.shared.PageRequest;
import dev.portico.domain.webhooks.Attempt;
import dev.portico.domain.webhooks.Delivery;
import dev.portico.domain.webhooks.Delivery.State;
import dev.portico.domain.webhooks.DeliveryId;
import dev.portico.domain.webhooks.Webhook;
import dev.portico.domain.webhooks.WebhookId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Deliveries in memory, beside the webhooks that they are for. */
public final class InMemoryDeliveries implements Deliveries {

  private static final NewestFirst<Row, Delivery.Position> NEWEST_FIRST =
      new NewestFirst<>(
          row -> row.delivery().position(),
          Delivery.Position::createdAt,
          position -> position.id().value());

  private static final Comparator<Row> EARLIEST_FIRST =
      comparing(Row::dueAt).thenComparing(row -> row.delivery().id().toString());

  /** A delivery, the number of its last lease and, while it is leased, until when. */
  private record Row(
      Delivery delivery, long number, Optional<Instant> leasedUntil, List<Attempt> attempts) {

    boolean isPending() {
      return delivery.state() instanceof State.Pending;
    }

    boolean isHeld(Instant now) {
      return isPending() && leasedUntil.filter(end -> end.isAfter(now)).isPresent();
    }

    Instant dueAt() {
      return delivery.state() instanceof State.Pending(var dueAt) ? dueAt : Instant.MAX;
    }

    boolean isFree(Instant now) {
      return !isHeld(now) && !dueAt().isAfter(now);
    }

    Row leased(Instant until) {
      return new Row(delivery.begun(), number + 1, Optional.of(until), attempts);
    }

    Row settled(Delivery after, Optional<Attempt> attempt) {
      var more = new ArrayList<>(attempts);
      attempt.ifPresent(more::add);
      return new Row(after, number, Optional.empty(), more);
    }

    Row replayed(Instant now) {
      return isHeld(now) ? this : new Row(delivery.anew(now), number, Optional.empty(), attempts);
    }
  }

  private final InMemoryTable<DeliveryId, Row> rows;
  private final Webhooks webhooks;

  public InMemoryDeliveries(InMemoryTransactions transactions, Webhooks webhooks) {
    rows = transactions.newTable();
    this.webhooks = webhooks;
  }

  @Override
  public void add(Delivery delivery) {
    rows.with(all -> {
      if (webhooks.find(delivery.webhook()).isPresent()
          && all.values().stream().noneMatch(it -> isTheSame(it.delivery(), delivery))) {
        all.put(delivery.id(), new Row(delivery, 0, Optional.empty(), List.of()));
      }
      return true;
    });
  }

  private static boolean isTheSame(Delivery one, Delivery other) {
    return one.webhook().equals(other.webhook()) && one.event().id().equals(other.event().id());
  }

  /** With the webhook goes what was on its way to it. */
  private Stream<Row> there(Collection<Row> all) {
    return all.stream().filter(row -> webhooks.find(row.delivery().webhook()).isPresent());
  }

  @Override
  public List<Lease> takeDue(Lane lane, int atMost, Instant now, Duration lease) {
    return rows.with(all ->
        there(all.values())
            .filter(row -> laneOf(row.delivery().webhook()) == lane)
            .collect(groupingBy(row -> row.delivery().webhook()))
            .values()
            .stream()
            .flatMap(ofOne -> due(ofOne, lane, now))
            .sorted(EARLIEST_FIRST)
            .limit(atMost)
            .map(row -> lease(all, row.leased(now.plus(lease))))
            .toList());
  }

  private Lane laneOf(WebhookId webhook) {
    return webhooks.find(webhook).flatMap(Webhook::failingSince).isPresent()
        ? Lane.FAILING
        : Lane.STEADY;
  }

  private static Stream<Row> due(List<Row> ofOne, Lane lane, Instant now) {
    long held = ofOne.stream().filter(row -> row.isHeld(now)).count();
    return ofOne.stream()
        .filter(row -> row.isFree(now))
        .sorted(EARLIEST_FIRST)
        .limit(Math.max(0, lane.mostAtOnce() - held));
  }

  private static Lease lease(Map<DeliveryId, Row> all, Row row) {
    all.put(row.delivery().id(), row);
    return new Lease(row.delivery(), row.number());
  }

  @Override
  public boolean settle(Lease lease, Optional<Attempt> attempt, Delivery after) {
    return rows.with(all -> {
      var id = lease.delivery().id();
      var held =
          Optional.ofNullable(all.get(id))
              .filter(row -> row.leasedUntil().isPresent() && row.number() == lease.number())
              .filter(row -> webhooks.find(row.delivery().webhook()).isPresent());
      held.ifPresent(row -> all.put(id, row.settled(after, attempt)));
      return held.isPresent();
    });
  }

  @Override
  public Optional<Delivery> replay(WebhookId webhook, DeliveryId id, Instant now) {
    return rows.with(all -> {
      var row =
          there(all.values())
              .filter(it -> it.delivery().id().equals(id))
              .filter(it -> it.delivery().webhook().equals(webhook))
              .findFirst()
              .map(it -> it.replayed(now));
      row.ifPresent(it -> all.put(id, it));
      return row.map(Row::delivery);
    });
  }

  @Override
  public Page<Shown, Delivery.Position> list(
      WebhookId webhook, PageRequest<Delivery.Position> request) {
    return rows.with(all -> {
      var page =
          NEWEST_FIRST.page(
              there(all.values()).filter(row -> row.delivery().webhook().equals(webhook)), request);
      return new Page<>(
          page.items().stream().map(row -> new Shown(row.delivery(), row.attempts())).toList(),
          page.next());
    });
  }

  @Override
  public int purge(Instant before, int atMost) {
    return rows.with(all -> {
      var old =
          all.values().stream()
              .filter(row -> !row.isPending() && row.delivery().createdAt().isBefore(before))
              .limit(atMost)
              .toList();
      old.forEach(row -> all.remove(row.delivery().id()));
      return old.size();
    });
  }
}
