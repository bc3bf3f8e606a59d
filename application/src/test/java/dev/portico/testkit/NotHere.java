package dev.portico.testkit;

import org.opentest4j.TestAbortedException;

/** Ends a test that needs what this place cannot give; it counts as skipped, with the reason. */
public final class NotHere extends TestAbortedException {

  private static final long serialVersionUID = 1L;

  private NotHere(String message) {
    super(message);
  }

  public static NotHere lacks(Capability capability) {
    return new NotHere(reason(capability));
  }

  /** The reason, in the words that skipped tests are counted by. */
  public static String reason(Capability capability) {
    return "needs %s: the test %s".formatted(capability, capability.does());
  }
}
