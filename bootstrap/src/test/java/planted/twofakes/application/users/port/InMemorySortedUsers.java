package planted.twofakes.application.users.port;

/** Breaks: ports have one fake. This is the second. */
final class InMemorySortedUsers implements Users {

  @Override
  public boolean contain(String name) {
    return false;
  }
}
