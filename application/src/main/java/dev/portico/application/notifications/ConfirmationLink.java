package dev.portico.application.notifications;

import dev.portico.domain.access.OneTimeCode;
import dev.portico.domain.shared.PublicUrl;
import dev.portico.domain.users.Username;

/** What mails say that ask their reader to confirm an address. */
final class ConfirmationLink {

  private ConfirmationLink() {}

  static String text(Username name, OneTimeCode code, PublicUrl publicUrl) {
    return """
    Hello %s,

    please confirm that this address is yours, within %d minutes:

    %s

    If you have no account at Portico, there is nothing that you need to do.
    """
        .formatted(name.text(), OneTimeCode.LIFETIME.toMinutes(), link(code, publicUrl));
  }

  /** The code is behind the hash sign, so that no server's log and no referrer has it. */
  static String link(OneTimeCode code, PublicUrl publicUrl) {
    return publicUrl.at("/verify-email#token=" + code.reveal());
  }
}
