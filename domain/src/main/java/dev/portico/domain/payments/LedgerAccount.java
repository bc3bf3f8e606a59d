package dev.portico.domain.payments;

/** The accounts of the ledger. */
public enum LedgerAccount {
  /** What the gateway holds for us. */
  GATEWAY,
  /** What was sold; the other side of each charge, so that its balance is below zero. */
  SALES
}
