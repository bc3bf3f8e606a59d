package dev.portico.domain.users;

/** What someone gives as their name when signing in: a user's name or a user's address. */
public sealed interface SignInName {

  record ByUsername(Username username) implements SignInName {
    @Override
    public String key() {
      return username.key();
    }
  }

  record ByEmail(EmailAddress email) implements SignInName {
    @Override
    public String key() {
      return email.key();
    }
  }

  /** Well-formed as neither, so that nobody can be called it. */
  record Nobody(String key) implements SignInName {}

  /** The same for all spellings of one name. */
  String key();

  /** Reads any text; a name cannot hold an {@code @}, an address must. */
  static SignInName of(String text) {
    if (text.indexOf('@') >= 0) {
      return EmailAddress.parse(text)
          .asOptional()
          .<SignInName>map(ByEmail::new)
          .orElseGet(() -> new Nobody(text));
    }
    return Username.parse(text)
        .asOptional()
        .<SignInName>map(ByUsername::new)
        .orElseGet(() -> new Nobody(text));
  }
}
