package planted.publicadapter.persistence.users;

import planted.publicadapter.application.users.port.Users;

/** Breaks: adapters are hidden. This one is public. */
public final class JpaUsers implements Users {

  @Override
  public boolean contain(String name) {
    return false;
  }
}
