package planted.misnamedadapter.persistence.users;

import planted.misnamedadapter.application.users.port.Users;

/** Breaks: adapters are named after their port. */
final class UserTable implements Users {

  @Override
  public boolean contain(String name) {
    return false;
  }
}
