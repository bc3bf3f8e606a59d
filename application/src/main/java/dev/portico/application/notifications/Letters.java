package dev.portico.application.notifications;

import dev.portico.domain.notifications.Mail;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.Username;
import java.util.Optional;
import java.util.UUID;

/** Writes letters: the words of each, in plain text and in HTML. */
final class Letters {

  private Letters() {}

  /**
   * To a user. The full name is not asked for: it may be whatever a stranger wants the reader to
   * read, while a username has no room for more than a word.
   *
   * @param mailId the same each time the same mail is sent
   */
  static Mail write(UUID mailId, Letter letter, EmailAddress to, Username name) {
    return write(mailId, letter, to, "Hello " + name.text() + ",");
  }

  /** To whoever reads an address, where no more is known of them. */
  static Mail write(UUID mailId, Letter letter, EmailAddress to) {
    return write(mailId, letter, to, "Hello,");
  }

  private static Mail write(UUID mailId, Letter letter, EmailAddress to, String greeting) {
    var wording = wording(letter);
    return new Mail(
        mailId,
        to,
        wording.subject(),
        PlainLetter.of(greeting, wording),
        Optional.of(HtmlLetter.of(greeting, wording)));
  }

  private static Wording wording(Letter letter) {
    return switch (letter) {
      case Letter.Welcome(var link) -> AccountLetters.welcome(link);
      case Letter.VerifyEmail(var link) -> AccountLetters.verifyEmail(link);
      case Letter.ResetPassword(var link) -> AccountLetters.resetPassword(link);
      case Letter.PasswordChanged() -> NoticeLetters.passwordChanged();
      case Letter.EmailChanged(var now) -> NoticeLetters.emailChanged(now);
      case Letter.SessionEnded() -> NoticeLetters.sessionEnded();
      case Letter.AccountDeactivated() -> NoticeLetters.accountDeactivated();
      case Letter.AccountClosed() -> NoticeLetters.accountClosed();
      case Letter.WebhookDisabled() -> NoticeLetters.webhookDisabled();
      case Letter.NewsRequested(var link) -> AccountLetters.newsRequested(link);
    };
  }
}
