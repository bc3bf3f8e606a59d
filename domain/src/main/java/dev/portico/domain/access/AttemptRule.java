package dev.portico.domain.access;

import java.time.Duration;

/**
 * How often a password may be guessed.
 *
 * @param perAccount guesses at one account in a window; NIST SP 800-63B allows 100 in a row
 * @param perAddress guesses from one address in a window, whatever accounts they are for
 * @param window counted from the first guess; so nobody waits longer
 */
public record AttemptRule(int perAccount, int perAddress, Duration window) {

  public static final AttemptRule DEFAULT = new AttemptRule(10, 100, Duration.ofMinutes(15));

  /** The bounds of what may be set. */
  public static final int LEAST_PER_ACCOUNT = 3;

  public static final int GREATEST_PER_ACCOUNT = 100;
  public static final int LEAST_PER_ADDRESS = 10;
  public static final int GREATEST_PER_ADDRESS = 1_000_000;

  /** The same with other numbers. */
  public AttemptRule with(int account, int address) {
    return new AttemptRule(account, address, window);
  }

  AttemptRule forAddressesAlone() {
    return new AttemptRule(Integer.MAX_VALUE, perAddress, window);
  }
}
