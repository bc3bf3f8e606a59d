package planted.untestedfake.application.users.port;

/** Breaks: fakes pass the contract. This one has no test. */
final class InMemoryUsers implements Users {

  @Override
  public boolean contain(String name) {
    return false;
  }
}
