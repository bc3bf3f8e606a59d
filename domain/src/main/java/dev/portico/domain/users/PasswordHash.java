package dev.portico.domain.users;

/**
 * What is kept of a password: a self-describing string such as {@code
 * $argon2id$v=19$m=19456,t=2,p=1$…}. Only a password hasher reads it.
 */
public record PasswordHash(String encoded) {

  /** Of no password at all: nobody signs in with one until it is reset. */
  public static final PasswordHash NONE = new PasswordHash("");

  /** Never the hash: it may end up in a log. */
  @Override
  public String toString() {
    return "PasswordHash[hidden]";
  }
}
