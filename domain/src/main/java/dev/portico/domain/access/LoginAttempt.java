package dev.portico.domain.access;

import dev.portico.domain.users.SignInName;
import dev.portico.domain.users.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A guess at a password that is about to be verified.
 *
 * @param account whose password is guessed, the same for all names of one user
 * @param address where the guess comes from, as far as clients are told apart
 * @param at to the microsecond, which is what the database keeps
 * @param rule how many there may be
 */
public record LoginAttempt(String account, String address, Instant at, AttemptRule rule) {

  /** How long an address is familiar to an account after somebody signed in from there. */
  public static final Duration FAMILIAR_FOR = Duration.ofDays(30);

  /** A guess at whoever is called this; a name that nobody has counts for itself. */
  public static LoginAttempt of(
      SignInName name, Optional<UserId> user, String address, Instant at, AttemptRule rule) {
    var account = user.map(id -> "user " + id.value()).orElseGet(() -> "name " + name.key());
    return new LoginAttempt(account, address, at, rule);
  }

  /**
   * A request for a mail by which another password can be chosen. It counts for the address alone:
   * nobody is to keep somebody else from their mail.
   */
  public static LoginAttempt ofReset(String address, Instant at, AttemptRule rule) {
    return new LoginAttempt("reset " + address, address, at, rule.forAddressesAlone());
  }

  /** When a window ends that begins with this guess. Those that end later began after it. */
  public Instant windowEnd() {
    return at.plus(rule.window());
  }

  /** Sign-ins at this instant or before do not make an address familiar any more. */
  public Instant familiarSince() {
    return at.minus(FAMILIAR_FOR);
  }
}
