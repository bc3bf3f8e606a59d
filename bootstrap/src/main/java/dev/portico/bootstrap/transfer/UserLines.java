package dev.portico.bootstrap.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The users of a file, one after the other. */
interface UserLines extends Closeable {

  /**
   * The next one; empty after the last.
   *
   * @throws FileUnusable if the file is so damaged that there is no telling where a next one begins
   */
  Optional<UserLine> next() throws IOException;
}
