package planted.openadapter.persistence.users;

import planted.openadapter.application.users.port.Users;

/** Breaks: adapters are hidden. This one can be extended. */
class JpaUsers implements Users {

  @Override
  public boolean contain(String name) {
    return false;
  }
}
