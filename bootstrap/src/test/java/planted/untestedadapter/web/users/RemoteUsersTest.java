package planted.untestedadapter.web.users;

import planted.untestedadapter.application.users.port.Users;
import planted.untestedadapter.application.users.port.UsersContract;

/** Does nothing wrong. */
class RemoteUsersTest extends UsersContract {

  @Override
  protected Users users() {
    return new RemoteUsers();
  }
}
