package dev.portico.testkit;

/** Tells a test that what it does cannot be shown inside one transaction. */
public final class RaceNeedsClone extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  /**
   * @param what happened, as a whole sentence
   */
  public RaceNeedsClone(String what) {
    super(
        what
            + "\nA sandbox is one transaction and cannot show that truly."
            + "\nCure: put @Isolation(CLONE) on the test; it gets a database of its own.");
  }
}
