package planted.untestedadapter.application.users.port;

/** Does nothing wrong. */
final class InMemoryUsers implements Users {

  @Override
  public boolean contain(String name) {
    return false;
  }
}
