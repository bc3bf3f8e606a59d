package planted.untestedadapter.web.users;

import planted.untestedadapter.application.users.port.Users;

/** Does nothing wrong: its test extends the contract. */
final class RemoteUsers implements Users {

  @Override
  public boolean contain(String name) {
    return false;
  }
}
