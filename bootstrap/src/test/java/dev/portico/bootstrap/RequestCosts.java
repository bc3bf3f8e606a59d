package dev.portico.bootstrap;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the requests of one test cost, held against {@link StatementBudget}.
 *
 * <p>Requests that overlap are not counted: what they cost depends on who comes first.
 */
final class RequestCosts {

  private final StatementBudget budget;
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger overlaps = new AtomicInteger();

  RequestCosts(StatementBudget budget) {
    this.budget = budget;
  }

  /** A request, until it is closed. */
  final class Request implements AutoCloseable {

    private final int before;

    private Request() {
      before = underWay.incrementAndGet() > 1 ? overlaps.getAndIncrement() : overlaps.get();
    }

    /** It was answered so, after these statements. */
    void answered(String kind, List<String> sent) {
      if (overlaps.get() == before) {
        budget.complaint(kind, sent).ifPresent(complaints::add);
      }
    }

    @Override
    public void close() {
      var _ = underWay.decrementAndGet();
    }
  }

  Request begin() {
    return new Request();
  }

  /** Fails if a request cost more than it may. */
  void check() {
    if (!complaints.isEmpty()) {
      throw new AssertionError(String.join("\n", complaints));
    }
  }
}
