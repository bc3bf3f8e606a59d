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

  static Wording newsRequested(MailLink link) {
    return Wording.of(
            "Confirm that you want news from Portico",
            """
            somebody, perhaps you, has asked Portico to send news to this address.
            """)
        .button("Yes, send me news", link)
        .then(
            goodFor(link)
                + """

                None will be sent unless whoever reads this address agrees. If you do not
                want any, there is nothing that you need to do.
                """);
  }

  private static String goodFor(MailLink link) {
    long minutes = link.goodFor().toMinutes();
    var within = minutes > 120 ? minutes / 60 + " hours" : minutes + " minutes";
    return "The link works once, within " + within + ".\n";
  }
}
