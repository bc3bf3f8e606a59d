package dev.portico.persistence.shared;

/**
 * The database cannot be worked with, and waiting will not mend it: someone has to change a setting
 * or a server. The message is one sentence for that person and holds no secret.
 */
public final class DatabaseUnusable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DatabaseUnusable(String message) {
    super(message);
  }

  public DatabaseUnusable(String message, Throwable cause) {
    super(message, cause);
  }
}
