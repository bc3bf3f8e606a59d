package dev.portico.persistence.users;

import dev.portico.application.users.port.PasswordHasher;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.PasswordHash;
import dev.portico.persistence.users.Argon2Hash.Cost;
import dev.portico.persistence.users.Argon2Hash.Form;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Argon2id (RFC 9106) with 19 MiB, two passes and one lane: the second of the equal choices of the
 * OWASP Password Storage Cheat Sheet. Reads what other systems kept as well; see {@link
 * KeptHashes}.
 */
final class Argon2PasswordHasher implements PasswordHasher, AutoCloseable {

  static final Cost COST = new Cost(19_456, 2, 1);
  static final int SALT_BYTES = 16;
  static final int TAG_BYTES = 32;

  /** Hashes up to this may be computed by all threads at once. */
  private static final int SMALL_KIB = 24_576;

  private static final Logger LOG = LoggerFactory.getLogger(Argon2PasswordHasher.class);

  private final HashingThreads threads;
  private final Cost cost;
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong computed = new AtomicLong();
  private final AtomicLong compared = new AtomicLong();
  private final Lock large = new ReentrantLock();

  Argon2PasswordHasher(HashingThreads threads) {
    this(threads, COST);
  }

  Argon2PasswordHasher(HashingThreads threads, Cost cost) {
    this.threads = threads;
    this.cost = cost;
  }

  @Override
  public PasswordHash hash(Password password) {
    return new PasswordHash(threads.run(() -> compute(password, cost).encoded()));
  }

  private Argon2Hash compute(Password password, Cost cost) {
    computed.incrementAndGet();
    return Argon2Hash.of(password.reveal(), newSalt(), cost, TAG_BYTES);
  }

  @Override
  public boolean isFull() {
    return threads.isFull();
  }

  @Override
  public boolean canVerify(PasswordHash kept) {
    return KeptHashes.parse(kept.encoded()).isPresent();
  }

  @Override
  public Match verify(Password password, Optional<PasswordHash> kept) {
    var hash = kept.flatMap(it -> KeptHashes.parse(it.encoded()));
    if (hash.isPresent()) {
      return threads.run(() -> compare(password, hash.get()));
    }
    if (kept.filter(it -> !it.equals(PasswordHash.NONE)).isPresent()) {
      LOG.warn("A kept password hash is unreadable or of absurd cost; refused it.");
    }
    threads.run(() -> pretend(password, cost));
    return Match.DIFFERS;
  }

  /** Does the work and throws the result away: only the time it takes is wanted. */
  private Match pretend(Password password, Cost cost) {
    var _ = compute(password, cost);
    return Match.DIFFERS;
  }

  private Match compare(Password password, KeptHash kept) {
    if (isOf(password, kept)) {
      return isPresent(kept) ? Match.MATCHES : Match.MATCHES_OUTDATED;
    }
    // Where there is no account a hash of the present form is paid for. One that is cheaper would
    // tell by its time that there is one.
    return cost.less(kept.work()).map(rest -> pretend(password, rest)).orElse(Match.DIFFERS);
  }

  private boolean isOf(Password password, KeptHash kept) {
    computed.incrementAndGet();
    compared.incrementAndGet();
    if (kept.memoryKib() <= SMALL_KIB) {
      return kept.isOf(password.reveal());
    }
    // The heap has room for one.
    large.lock();
    try {
      return kept.isOf(password.reveal());
    } finally {
      large.unlock();
    }
  }

  private boolean isPresent(KeptHash kept) {
    return kept instanceof Argon2Hash(var form, var keptCost, var salt, var tag)
        && form.equals(Form.PRESENT)
        && keptCost.equals(cost)
        && salt.length == SALT_BYTES
        && tag.length == TAG_BYTES;
  }

  private byte[] newSalt() {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }

  /** Password hashes computed since the start. */
  long count() {
    return computed.get();
  }

  /**
   * Those of them that were kept ones, computed anew; one that is refused unread does not count.
   */
  long compared() {
    return compared.get();
  }

  @Override
  public void close() {
    threads.close();
  }
}
