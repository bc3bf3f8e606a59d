package dev.portico.application.notifications;

import dev.portico.domain.users.EmailAddress;
import java.util.Optional;

/** What there is to write, without a word of it; {@link Letters} has the words. */
sealed interface Letter {

  /**
   * To someone who has just registered.
   *
   * @param link leads to where the address is confirmed; empty where that is not to be done
   */
  record Welcome(Optional<MailLink> link) implements Letter {}

  /** To whoever reads an address that a user says is theirs. */
  record VerifyEmail(MailLink link) implements Letter {}

  /** To a user who has forgotten their password, or for whom somebody says so. */
  record ResetPassword(MailLink link) implements Letter {}

  record PasswordChanged() implements Letter {}

  /**
   * To the address that was the user's until now.
   *
   * @param now the one that took its place, where it is known; it is told in part, since whoever
   *     reads the old address may be nobody who should know it
   */
  record EmailChanged(Optional<EmailAddress> now) implements Letter {}

  /** A refresh token was used twice, so that its session was ended. */
  record SessionEnded() implements Letter {}

  /** By an administrator. */
  record AccountDeactivated() implements Letter {}

  record AccountClosed() implements Letter {}

  /** What is sent to a webhook of theirs is not taken any more. */
  record WebhookDisabled() implements Letter {}

  /**
   * To an address for which somebody asked for news.
   *
   * @param link leads to where whoever reads it agrees
   */
  record NewsRequested(MailLink link) implements Letter {}
}
