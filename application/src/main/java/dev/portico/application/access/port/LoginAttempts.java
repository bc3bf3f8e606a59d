package dev.portico.application.access.port;

import dev.portico.domain.access.LoginAttempt;
import java.time.Duration;
import java.time.Instant;

/**
 * How often passwords were guessed lately, for all nodes.
 *
 * <p>Guesses are counted for their account and for their address. An address from which somebody
 * has signed in to the account is familiar to it for {@link LoginAttempt#FAMILIAR_FOR}: guesses at
 * the account from there are counted apart from those of strangers, so that strangers keep nobody
 * out of their own account.
 *
 * <p>Every method is part of the running transaction. Call them outside of one: what is rolled back
 * was not counted.
 */
public interface LoginAttempts {

  /** How many addresses can be familiar to one account. */
  int MOST_FAMILIAR = 10;

  /** What came of {@link #admit}. */
  sealed interface Admission {

    /**
     * The guess is counted, and may be verified.
     *
     * @param familiar whether it is counted apart from strangers'
     */
    record Admitted(LoginAttempt attempt, boolean familiar) implements Admission {}

    /**
     * One too many; nothing changed.
     *
     * @param retryAfter positive
     */
    record Held(Duration retryAfter) implements Admission {}
  }

  /**
   * Counts a guess, before it is verified, unless it is one too many.
   *
   * <p>Promise: within a window there are no more guesses than the rule allows for the account, be
   * it by strangers or from one familiar address, and for the address. A window begins with its
   * first guess and ends after {@link dev.portico.domain.access.AttemptRule#window}; nothing that
   * is held prolongs it. {@code retryAfter} leads to the later end where both are held.
   *
   * <p>Concurrency: of any number of guesses at once, over all nodes, no more are admitted than one
   * after the other would be.
   */
  Admission admit(LoginAttempt attempt);

  /**
   * The guess was right.
   *
   * <p>Promise: forgets the guesses at the account among which it was counted, and takes this one
   * off those of its address, but no other. The address is familiar to the account from now on;
   * where there are more than {@value #MOST_FAMILIAR}, those not signed in from for longest are not
   * any more.
   */
  void succeeded(Admission.Admitted admitted);

  /** The guess was not verified after all: takes it off those counted, if they still count. */
  void withdraw(Admission.Admitted admitted);

  /**
   * Forgets what does not count any more: windows that have ended, and addresses that are not
   * familiar any more.
   *
   * @param atMost how many of either to forget at once
   * @return how many were forgotten
   */
  int purge(Instant now, int atMost);
}
