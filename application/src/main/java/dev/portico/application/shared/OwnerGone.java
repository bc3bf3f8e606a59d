package dev.portico.application.shared;

/**
 * Whoever a change is made for has closed their account meanwhile, so that nothing can be theirs.
 * Thrown by adapters, caught once at the edge.
 */
public final class OwnerGone extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public OwnerGone(String message, Throwable cause) {
    super(message, cause);
  }

  public OwnerGone(String message) {
    super(message);
  }
}
