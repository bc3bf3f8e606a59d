package planted.untestedfake.application.users.port;

/** Does nothing wrong. */
abstract class UsersContract {

  abstract Users users();
}
