package dev.portico.application.notifications;

import java.util.Optional;

/** The words of letters that ask their reader to do something. */
final class AccountLetters {

  private AccountLetters() {}

  static Wording welcome(Optional<MailLink> link) {
    var wording =
        Wording.of(
            "Welcome to Portico",
            """
            you have an account at Portico now, under this name and this address.
            """);
    var stranger =
        """
        If you have not registered, somebody else has, with your address.
        """;
    return link.map(
            it -> wording.button("Confirm your address", it).then(goodFor(it) + "\n" + stranger))
        .orElseGet(() -> wording.then(stranger));
  }

  static Wording verifyEmail(MailLink link) {
    return Wording.of(
            "Confirm your address for Portico",
            """
            please confirm that this address is yours.
            """)
        .button("Confirm your address", link)
        .then(
            goodFor(link)
                + """

                If you have no account at Portico, there is nothing that you need to do.
                """);
  }

  static Wording resetPassword(MailLink link) {
    return Wording.of(
            "Choose another password for Portico",
            """
            somebody, perhaps you, has asked for another password for your account.
            """)
        .button("Choose another password", link)
        .then(
            goodFor(link)
                + """

                If it was not you, there is nothing that you need to do: your password
                stays as it is.
                """);
  }

  private static String goodFor(MailLink link) {
    return "The link works once, within " + link.goodFor().toMinutes() + " minutes.\n";
  }
}
