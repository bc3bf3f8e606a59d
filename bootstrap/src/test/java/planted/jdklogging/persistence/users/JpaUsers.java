package planted.jdklogging.persistence.users;

import java.util.logging.Logger;

/** Breaks: output is bootstrap's. It logs by the JDK's logger. */
final class JpaUsers {

  private static final Logger LOG = Logger.getLogger("users");

  void list() {
    LOG.info("listing");
  }
}
