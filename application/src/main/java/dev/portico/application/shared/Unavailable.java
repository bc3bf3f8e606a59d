package dev.portico.application.shared;

/**
 * Something the service needs does not answer or has no room left; the same request may well
 * succeed a little later. Thrown by adapters, caught once at the edge.
 */
public final class Unavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Unavailable(String message, Throwable cause) {
    super(message, cause);
  }

  public Unavailable(String message) {
    super(message);
  }
}
