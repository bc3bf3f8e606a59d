package planted.webusespersistence.persistence.users;

/** Does nothing wrong. */
public final class JpaUsers {}
