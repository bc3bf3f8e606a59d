package dev.portico.bootstrap;

/**
 * The service cannot start as it is asked to. The message is one sentence for the person who can
 * change that, and holds no secret.
 */
final class StartRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StartRefused(String message) {
    super(message);
  }
}
