package planted.applicationusespersistence.application.users;

import planted.applicationusespersistence.persistence.users.JpaUsers;

/** Breaks: dependencies point inwards. The application uses an adapter. */
public final class CountUsers {

  long count(JpaUsers users) {
    return users.count();
  }
}
