package dev.portico.application.reports.port;

import dev.portico.application.shared.port.InMemoryTable;
import dev.portico.application.shared.port.InMemoryTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Reports in memory. */
public final class InMemoryKeptReports implements KeptReports {

  private static final long POLL_NANOS = 1_000_000;

  private record Row(Optional<Kept> kept, Optional<Instant> leasedUntil) {

    static final Row NONE = new Row(Optional.empty(), Optional.empty());
  }

  private final InMemoryTable<String, Row> rows;

  public InMemoryKeptReports(InMemoryTransactions transactions) {
    rows = transactions.newTable();
  }

  @Override
  public Optional<Kept> find(String name) {
    return rows.with(all -> all.getOrDefault(name, Row.NONE).kept());
  }

  @Override
  public boolean takeTurn(String name, Instant now, Instant staleBefore, Instant until) {
    return rows.with(all -> {
      var row = all.getOrDefault(name, Row.NONE);
      if (row.leasedUntil().filter(end -> end.isAfter(now)).isPresent()
          || row.kept().filter(it -> it.madeAt().isAfter(staleBefore)).isPresent()) {
        return false;
      }
      all.put(name, new Row(row.kept(), Optional.of(until)));
      return true;
    });
  }

  @Override
  public void keep(String name, Kept kept) {
    rows.with(all -> {
      var row = all.getOrDefault(name, Row.NONE);
      if (row.kept().filter(it -> !it.madeAt().isBefore(kept.madeAt())).isEmpty()) {
        all.put(name, new Row(Optional.of(kept), Optional.empty()));
      }
      return true;
    });
  }

  @Override
  public void giveUp(String name, Instant until) {
    rows.with(all -> {
      var row = all.getOrDefault(name, Row.NONE);
      if (row.leasedUntil().equals(Optional.of(until))) {
        all.put(name, new Row(row.kept(), Optional.empty()));
      }
      return true;
    });
  }

  @Override
  public Optional<Kept> await(String name, Instant notBefore, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      var kept = find(name).filter(it -> !it.madeAt().isBefore(notBefore));
      if (kept.isPresent() || System.nanoTime() - end > 0) {
        return kept;
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }
}
