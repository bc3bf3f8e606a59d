package dev.portico.persistence.users;

import dev.portico.application.users.port.PasswordHasher;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.PasswordHash;
import dev.portico.persistence.users.Argon2Hash.Cost;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Argon2id (RFC 9106) with 19 MiB, two passes and one lane: the second of the equal choices of the
 * OWASP Password Storage Cheat Sheet.
 */
final class Argon2PasswordHasher implements PasswordHasher, AutoCloseable {

  static final Cost COST = new Cost(19_456, 2, 1);
  static final int SALT_BYTES = 16;
  static final int TAG_BYTES = 32;

  private static final Logger LOG = LoggerFactory.getLogger(Argon2PasswordHasher.class);

  private final HashingThreads threads;
  private final Cost cost;
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong computed = new AtomicLong();

  Argon2PasswordHasher(HashingThreads threads) {
    this(threads, COST);
  }

  Argon2PasswordHasher(HashingThreads threads, Cost cost) {
    this.threads = threads;
    this.cost = cost;
  }

  @Override
  public PasswordHash hash(Password password) {
    byte[] salt = newSalt();
    byte[] tag = compute(password, salt, cost, TAG_BYTES);
    return new PasswordHash(new Argon2Hash(cost, salt, tag).encoded());
  }

  @Override
  public Match verify(Password password, Optional<PasswordHash> kept) {
    if (kept.isEmpty()) {
      // Only the time it takes is wanted.
      var _ = compute(password, newSalt(), cost, TAG_BYTES);
      return Match.DIFFERS;
    }
    var hash = Argon2Hash.parse(kept.get().encoded());
    if (hash.isEmpty()) {
      LOG.warn("A kept password hash is unreadable or of absurd cost; refused it.");
      return Match.DIFFERS;
    }
    return compare(password, hash.get());
  }

  private Match compare(Password password, Argon2Hash kept) {
    byte[] tag = compute(password, kept.salt(), kept.cost(), kept.tag().length);
    if (!MessageDigest.isEqual(tag, kept.tag())) {
      return Match.DIFFERS;
    }
    boolean present =
        kept.cost().equals(cost)
            && kept.salt().length == SALT_BYTES
            && kept.tag().length == TAG_BYTES;
    return present ? Match.MATCHES : Match.MATCHES_OUTDATED;
  }

  private byte[] compute(Password password, byte[] salt, Cost cost, int tagBytes) {
    return threads.run(() -> {
      computed.incrementAndGet();
      return Argon2Hash.compute(password.reveal(), salt, cost, tagBytes);
    });
  }

  private byte[] newSalt() {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }

  /** Password hashes computed since the start; one that is refused unread does not count. */
  long count() {
    return computed.get();
  }

  @Override
  public void close() {
    threads.close();
  }
}
