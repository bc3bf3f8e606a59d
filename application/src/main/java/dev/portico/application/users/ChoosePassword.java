package dev.portico.application.users;

import dev.portico.application.users.port.WeakPasswords;
import dev.portico.domain.shared.Parsed;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.Password;
import dev.portico.domain.users.PasswordRule;
import dev.portico.domain.users.Username;
import java.util.Optional;

/** Decides whether a text may become somebody's password (OWASP ASVS 5.0 V6.2). */
public final class ChoosePassword {

  private final PasswordRule rule;
  private final WeakPasswords weak;

  public ChoosePassword(PasswordRule rule, WeakPasswords weak) {
    this.rule = rule;
    this.weak = weak;
  }

  /**
   * What someone wants as their password.
   *
   * @param username whose it is to be; empty where that is not known
   * @param email whose it is to be; empty where that is not known
   */
  public record Command(String text, Optional<Username> username, Optional<EmailAddress> email) {

    /** Never the password: it may end up in a log. */
    @Override
    public String toString() {
      return "Command[hidden, " + username + ", " + email + "]";
    }
  }

  /** What came of it. */
  public sealed interface Outcome {

    record Chosen(NewPassword password) implements Outcome {}

    /** {@code reason} is a clause for people and does not repeat the password. */
    record Refused(String reason) implements Outcome {}
  }

  public Outcome handle(Command command) {
    return switch (Password.parse(command.text()).then(rule::admit)) {
      case Parsed.Refused<Password>(var reason) -> new Outcome.Refused(reason);
      case Parsed.Accepted<Password>(var password) -> judge(password, command);
    };
  }

  private Outcome judge(Password password, Command command) {
    if (weak.contain(password)) {
      return new Outcome.Refused("is among the passwords that are guessed first");
    }
    if (rule.isMadeOf(password, command.username(), command.email())) {
      return new Outcome.Refused("must not be the name of the user, the address or the service");
    }
    return new Outcome.Chosen(new NewPassword(password));
  }
}
