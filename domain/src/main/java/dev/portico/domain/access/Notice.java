package dev.portico.domain.access;

import dev.portico.domain.shared.Parsed;
import dev.portico.domain.users.EmailAddress;
import java.util.Arrays;
import java.util.Locale;

/**
 * Something that has happened to an account, and that its owner must hear of whoever did it (OWASP
 * ASVS 5.0 V6.3.7).
 *
 * @param to the address that the account had when it happened
 */
public record Notice(Event event, EmailAddress to) {

  /** What happened. */
  public enum Event {
    PASSWORD_CHANGED,
    EMAIL_CHANGED,
    SESSION_ENDED,
    ACCOUNT_DEACTIVATED,
    ACCOUNT_CLOSED,
    WEBHOOK_DISABLED;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reads what {@link #toText} wrote. */
  public static Parsed<Notice> parse(String text) {
    int space = text.indexOf(' ');
    return Arrays.stream(Event.values())
        .filter(event -> space > 0 && event.word().equals(text.substring(0, space)))
        .findFirst()
        .map(event ->
            EmailAddress.parse(text.substring(space + 1))
                .then(to -> Parsed.accepted(new Notice(event, to))))
        .orElseGet(() -> Parsed.refused("is not a notice"));
  }

  /** One line that says all of it. */
  public String toText() {
    return event.word() + " " + to.text();
  }
}
