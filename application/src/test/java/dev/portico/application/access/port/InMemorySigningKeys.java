package dev.portico.application.access.port;

import dev.portico.application.shared.port.InMemoryTable;
import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.domain.access.KeyRing;
import dev.portico.domain.access.SigningKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Signing keys in memory. */
public final class InMemorySigningKeys implements SigningKeys {

  private final InMemoryTable<String, SigningKey> rows;

  public InMemorySigningKeys(InMemoryTransactions transactions) {
    rows = transactions.newTable();
  }

  @Override
  public List<SigningKey> all() {
    return rows.with(all -> new KeyRing(List.copyOf(all.values())).keys());
  }

  @Override
  public boolean addIfFree(SigningKey key) {
    return rows.with(all -> {
      if (all.values().stream().anyMatch(it -> it.term().number() == key.term().number())) {
        return false;
      }
      all.put(key.id(), key);
      return true;
    });
  }

  @Override
  public void withdraw(Collection<String> ids, Instant at) {
    rows.with(all -> {
      all.replaceAll((id, key) -> ids.contains(id) ? withdrawn(key, at) : key);
      return all.size();
    });
  }

  private static SigningKey withdrawn(SigningKey key, Instant at) {
    return new SigningKey(key.id(), key.algorithm(), key.privateJwk(), key.term().withdrawn(at));
  }

  @Override
  public void remove(Collection<String> ids) {
    rows.with(all -> all.keySet().removeAll(ids));
  }
}
