package dev.portico.application.shared.port;

import dev.portico.application.shared.Answer;
import dev.portico.application.shared.IdempotencyKey;
import java.time.Instant;
import java.util.Optional;

/** Idempotency keys in memory. */
public final class InMemoryIdempotencyKeys implements IdempotencyKeys {

  private record Entry(String fingerprint, Instant expiresAt, Optional<Answer> answer) {}

  private final InMemoryTable<IdempotencyKey, Entry> rows;

  public InMemoryIdempotencyKeys(InMemoryTransactions transactions) {
    rows = transactions.newTable();
  }

  @Override
  public Claim claim(IdempotencyKey key, String fingerprint, Instant now, Instant expiresAt) {
    return rows.with(all -> {
      var held = all.get(key);
      if (held != null && now.isBefore(held.expiresAt()) && held.answer().isPresent()) {
        return new Claim.Settled(held.fingerprint(), held.answer().get());
      }
      all.put(key, new Entry(fingerprint, expiresAt, Optional.empty()));
      return new Claim.Granted();
    });
  }

  @Override
  public void settle(IdempotencyKey key, Answer answer) {
    rows.with(all -> {
      var held = all.get(key);
      if (held == null || held.answer().isPresent()) {
        throw new IllegalStateException("not granted");
      }
      return all.put(key, new Entry(held.fingerprint(), held.expiresAt(), Optional.of(answer)));
    });
  }
}
