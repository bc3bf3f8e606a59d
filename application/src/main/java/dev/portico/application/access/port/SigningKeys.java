package dev.portico.application.access.port;

import dev.portico.domain.access.SigningKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The keys that access tokens are signed with, shared by all nodes. */
public interface SigningKeys {

  /** Every key that is kept, by number; empty before any. */
  List<SigningKey> all();

  /**
   * Keeps a key, unless one of its number is kept.
   *
   * <p>Promise: true if and only if it is kept now; the private part rests encrypted.
   *
   * <p>Concurrency: of any number of keys of one number, over all nodes, one is kept. The others
   * see it by {@link #all} once they hear false.
   */
  boolean addIfFree(SigningKey key);

  /**
   * Has the keys of these ids be worth nothing from this time on; an earlier time that was set
   * before stays. Ids that nobody has do no harm.
   */
  void withdraw(Collection<String> ids, Instant at);

  /** Forgets the keys of these ids; ids that nobody has do no harm. */
  void remove(Collection<String> ids);
}
