package dev.portico.domain.users;

/**
 * Who wants to do something.
 *
 * @param admin whether everybody's things are theirs to deal with
 */
public record Actor(UserId id, boolean admin) {

  /** Whether what belongs to this owner is the actor's to change. */
  public boolean mayChangeWhatIsOf(UserId owner) {
    return admin || id.equals(owner);
  }
}
