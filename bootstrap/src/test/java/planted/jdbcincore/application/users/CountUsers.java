package planted.jdbcincore.application.users;

import javax.sql.DataSource;

/** Breaks: the core is plain Java. It asks the database itself. */
public final class CountUsers {

  private final DataSource source;

  public CountUsers(DataSource source) {
    this.source = source;
  }

  boolean isReady() {
    return source.hashCode() != 0;
  }
}
