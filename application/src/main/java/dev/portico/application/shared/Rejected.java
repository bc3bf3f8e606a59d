package dev.portico.application.shared;

/**
 * Something that the service asked of another was refused for good: asked again, it would be
 * refused again. Thrown by adapters in the background, where {@link RunDueTask} gives the task up.
 */
public final class Rejected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Rejected(String message) {
    super(message);
  }
}
