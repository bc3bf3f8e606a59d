package dev.portico.application.notifications;

import dev.portico.domain.users.EmailAddress;
import java.util.Optional;

/** The words of letters that tell what has happened. None of them leads anywhere. */
final class NoticeLetters {

  private NoticeLetters() {}

  static Wording passwordChanged() {
    return Wording.of(
        "Your password was changed",
        """
        the password of your account at Portico was changed just now, and whoever
        was signed in elsewhere is signed out.

        If it was not you, ask for another password at once.
        """);
  }

  static Wording emailChanged(Optional<EmailAddress> now) {
    return Wording.of(
        "Your address was changed",
        "your account at Portico has another address from now on"
            + now.map(it -> ": " + it.masked()).orElse(".")
            + """


            Nothing more will be sent to this one. If it was not you, tell those who
            run the service.
            """);
  }

  static Wording sessionEnded() {
    return Wording.of(
        "We ended a session of yours",
        """
        something that keeps you signed in at Portico was used twice. That happens
        when somebody has a copy of it, so we ended that session; nobody is signed
        in by it any more.

        You can sign in again as always. If you were signed in on one device only,
        change your password when you do.
        """);
  }

  static Wording accountDeactivated() {
    return Wording.of(
        "Your account was deactivated",
        """
        an administrator has deactivated your account at Portico just now. Nobody can
        sign in to it any more, and whoever was signed in is signed out.

        If you believe that to be a mistake, tell those who run the service.
        """);
  }

  static Wording accountClosed() {
    return Wording.of(
        "Your account was closed",
        """
        your account at Portico was closed just now. Nothing more will be sent to
        this address.
        """);
  }

  static Wording webhookDisabled() {
    return Wording.of(
        "A webhook of yours was disabled",
        """
        a webhook that you registered at Portico is disabled: what we sent to it was
        not taken for three days, or we were told that nobody is there any more.
        Nothing more will be sent to it.

        When it is back, enable it, and send again what you have missed.
        """);
  }
}
