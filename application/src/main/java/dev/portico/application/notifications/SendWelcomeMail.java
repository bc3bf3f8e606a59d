package dev.portico.application.notifications;

import dev.portico.application.notifications.port.Mailer;
import dev.portico.application.users.port.Users;
import dev.portico.domain.notifications.Mail;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import java.util.UUID;

/** Writes to someone who has just registered. */
public final class SendWelcomeMail {

  private static final String SUBJECT = "Welcome to Portico";
  private final Users users;
  private final Mailer mailer;

  public SendWelcomeMail(Users users, Mailer mailer) {
    this.users = users;
    this.mailer = mailer;
  }

  /**
   * Whom to write to.
   *
   * @param mailId the same each time the same mail is sent
   */
  public record Command(UUID mailId, UserId user) {}

  /** What came of it. */
  public sealed interface Outcome {

    record Sent(Mail mail) implements Outcome {}

    /** The user is gone, or deactivated. */
    record NobodyToWrite() implements Outcome {}
  }

  public Outcome handle(Command command) {
    return users
        .find(command.user())
        .filter(User::active)
        .map(user -> send(command.mailId(), user))
        .orElseGet(Outcome.NobodyToWrite::new);
  }

  private Outcome send(UUID id, User user) {
    var mail = new Mail(id, user.email(), SUBJECT, textFor(user));
    mailer.send(mail);
    return new Outcome.Sent(mail);
  }

  /** Without the full name: it may be whatever a stranger wants the reader to read. */
  private static String textFor(User user) {
    return """
    Hello %s,

    you have an account at Portico now, under this name and this address.

    If you have not registered, somebody else has, with your address.
    """
        .formatted(user.username().text());
  }
}
