package planted.misnamedadapter.web.users;

import planted.misnamedadapter.application.users.port.Users;

/** Does nothing wrong. */
final class RemoteUsers implements Users {

  @Override
  public boolean contain(String name) {
    return false;
  }
}
