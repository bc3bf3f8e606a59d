package dev.portico.application.users.port;

import dev.portico.domain.users.Password;
import dev.portico.domain.users.PasswordHash;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Hashes that cost nothing and hide nothing: "form:salt:password". */
public final class InMemoryPasswordHasher implements PasswordHasher {

  private static final String PRESENT = "present";
  private static final String OUTDATED = "outdated";

  private final AtomicLong salt = new AtomicLong();
  private volatile boolean full;
  private volatile Runnable meanwhile = () -> {};

  /** What happens each time between a password's being looked at and the answer. */
  public void meanwhile(Runnable happening) {
    meanwhile = happening;
  }

  @Override
  public PasswordHash hash(Password password) {
    return hash(PRESENT, password);
  }

  /** A hash as an earlier release would have made it. */
  public PasswordHash outdatedHash(Password password) {
    return hash(OUTDATED, password);
  }

  private PasswordHash hash(String form, Password password) {
    return new PasswordHash(form + ":" + salt.incrementAndGet() + ":" + password.reveal());
  }

  @Override
  public Match verify(Password password, Optional<PasswordHash> kept) {
    meanwhile.run();
    var parts = kept.map(PasswordHash::encoded).orElse("").split(":", 3);
    if (parts.length < 3 || !parts[2].equals(password.reveal())) {
      return Match.DIFFERS;
    }
    return switch (parts[0]) {
      case PRESENT -> Match.MATCHES;
      case OUTDATED -> Match.MATCHES_OUTDATED;
      default -> Match.DIFFERS;
    };
  }

  /** From now on there is no room for a password, or there is again. */
  public void fill(boolean to) {
    full = to;
  }

  @Override
  public boolean isFull() {
    return full;
  }

  @Override
  public boolean canVerify(PasswordHash kept) {
    return kept.encoded().startsWith(PRESENT + ":") || kept.encoded().startsWith(OUTDATED + ":");
  }
}
