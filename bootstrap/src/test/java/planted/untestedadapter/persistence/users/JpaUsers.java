package planted.untestedadapter.persistence.users;

import planted.untestedadapter.application.users.port.Users;

/** Breaks: adapters pass the contract. The test is there, but extends nothing. */
final class JpaUsers implements Users {

  @Override
  public boolean contain(String name) {
    return false;
  }
}
