package dev.portico.testkit;

/** How a test is kept from others: the higher, the truer and the dearer. */
public enum Rung {
  /** Every outbound port is its in-memory fake, fresh for the test. */
  FAKE,
  /**
   * PostgreSQL inside one transaction that is rolled back at the end: commits and roll-backs of the
   * service are emulated by savepoints. One transaction at a time.
   */
  SANDBOX,
  /** A PostgreSQL database of the test's own: everything is real, several transactions too. */
  CLONE
}
