package dev.portico.persistence.users;

/** How much hashing this node has done; a password that is refused unread must not move it. */
public interface ComputedHashes {

  /** Password hashes computed since the start. */
  long count();
}
