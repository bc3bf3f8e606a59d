package dev.portico.domain.payments;

import java.math.BigDecimal;

/**
 * A line of a posting.
 *
 * @param amount above zero for what comes to the account, below for what leaves it; never zero
 */
public record LedgerEntry(LedgerAccount account, BigDecimal amount) {

  public LedgerEntry {
    if (amount.signum() == 0) {
      throw new IllegalArgumentException("an entry of nothing");
    }
  }
}
