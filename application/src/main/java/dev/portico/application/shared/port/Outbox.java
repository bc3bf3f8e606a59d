package dev.portico.application.shared.port;

import dev.portico.domain.shared.DomainEvent;
import java.util.List;

/** What has happened and nobody has been told of yet. */
public interface Outbox {

  /**
   * Adds an event.
   *
   * <p>Promise: part of the running transaction, so that it is told exactly if it happened; nobody
   * takes it before the commit. Outside of a transaction it is durable when this returns.
   *
   * <p>Concurrency: any number of threads at once; never waits for those who take.
   */
  void add(DomainEvent event);

  /**
   * Takes events away, some of those that are there for longest.
   *
   * <p>Promise: part of the running transaction: if that is undone, they are there again. Empty
   * where there are none, or none that nobody else is about to take.
   *
   * <p>Concurrency: of any number of takers at once, over all nodes, no two get one event, and none
   * waits for another.
   *
   * @param atMost positive
   */
  List<DomainEvent> take(int atMost);
}
