package planted.applicationusespersistence.persistence.users;

/** Does nothing wrong. */
public final class JpaUsers {

  public long count() {
    return 0;
  }
}
