package dev.portico.domain.users;

/** What someone gives as their name when signing in: a user's name or a user's address. */
public sealed interface SignInName {

  record ByUsername(Username username) implements SignInName {}

  record ByEmail(EmailAddress email) implements SignInName {}

  /** Well-formed as neither, so that nobody can be called it. */
  record Nobody() implements SignInName {}

  /** Reads any text; a name cannot hold an {@code @}, an address must. */
  static SignInName of(String text) {
    if (text.indexOf('@') >= 0) {
      return EmailAddress.parse(text)
          .asOptional()
          .<SignInName>map(ByEmail::new)
          .orElseGet(Nobody::new);
    }
    return Username.parse(text)
        .asOptional()
        .<SignInName>map(ByUsername::new)
        .orElseGet(Nobody::new);
  }
}
