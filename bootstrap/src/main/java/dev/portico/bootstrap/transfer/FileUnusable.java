package dev.portico.bootstrap.transfer;

/**
 * A file cannot be read on or written. The message is one sentence for the person who gave it, and
 * holds nothing of what is in the file.
 */
public final class FileUnusable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FileUnusable(String message) {
    super(message);
  }
}
