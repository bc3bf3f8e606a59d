package planted.untestedadapter.application.users.port;

/** Does nothing wrong. */
public abstract class UsersContract {

  protected abstract Users users();
}
