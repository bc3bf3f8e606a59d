package dev.portico.application.notifications;

import dev.portico.application.notifications.port.Mailer;
import dev.portico.application.users.port.Users;
import dev.portico.domain.notifications.Mail;
import dev.portico.domain.users.User;
import dev.portico.domain.users.UserId;
import java.util.Optional;
import java.util.UUID;

/** Writes to someone who has just registered. */
public final class SendWelcomeMail {

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
    var letter = new Letter.Welcome(Optional.empty());
    var mail = Letters.write(id, letter, user.email(), user.username());
    mailer.send(mail);
    return new Outcome.Sent(mail);
  }
}
