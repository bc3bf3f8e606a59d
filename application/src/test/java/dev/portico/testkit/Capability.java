package dev.portico.testkit;

/** What a test may need beside the API itself, and not every place can give. */
public enum Capability {
  /** Putting something in the place of an outbound port. */
  OVERRIDES("replaces outbound ports"),
  /** Stopping and moving the service's clock. */
  TIME("moves the service's clock"),
  /** Looking at background work and running it by hand. */
  TASKS("controls background work"),
  /** Reading and writing the stores behind the API. */
  STORES("reaches the stores behind the API"),
  /** Making tokens with the service's own signing key. */
  KEYS("signs with the service's key"),
  /** Acting as an administrator, where the service does not make one for each test. */
  ADMIN("acts as an administrator"),
  /** Having the service send webhooks to a receiver of the test's own, on this machine. */
  RECEIVERS("is sent webhooks over a socket, by a service that is started for it");

  private final String does;

  Capability(String does) {
    this.does = does;
  }

  /** What a test with this need does, as in "the test …". */
  public String does() {
    return does;
  }
}
