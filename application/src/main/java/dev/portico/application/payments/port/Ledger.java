package dev.portico.application.payments.port;

import dev.portico.domain.payments.LedgerBalance;
import dev.portico.domain.payments.Posting;
import java.util.List;

/** The books: every movement of money, each in at least two entries; nothing in it ever changes. */
public interface Ledger {

  /**
   * Adds a posting.
   *
   * <p>Promise: part of the running transaction; outside of one it is durable when this returns. An
   * id that was posted already is a mistake of the caller and throws.
   */
  void post(Posting posting);

  /**
   * How much is on each account in each currency it ever had, sorted by currency and account.
   *
   * <p>Promise: as of one moment, so that the balances of one currency come to zero together.
   */
  List<LedgerBalance> balances();
}
