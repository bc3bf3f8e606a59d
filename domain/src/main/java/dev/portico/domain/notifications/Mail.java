package dev.portico.domain.notifications;

import dev.portico.domain.shared.Parsed;
import dev.portico.domain.shared.Texts;
import dev.portico.domain.users.EmailAddress;
import java.util.UUID;

/**
 * A mail in plain text to one person.
 *
 * <p>Neither address nor subject can carry a header of its own: both are free of controls, and the
 * address is what {@link EmailAddress#parse} accepts.
 *
 * @param id names the mail for ever: sent again it is recognisable as the same
 * @param subject 1 to 200 code points, no controls
 * @param text lines, each ended by a line feed; no other controls
 */
public record Mail(UUID id, EmailAddress to, String subject, String text) {

  private static final int MAX_SUBJECT = 200;

  public Mail {
    if (!EmailAddress.parse(to.text()).equals(Parsed.accepted(to))) {
      throw new IllegalArgumentException("not an address to write to");
    }
    if (subject.isBlank()
        || Texts.length(subject) > MAX_SUBJECT
        || Texts.hasControls(subject)
        || Texts.hasBidiOverrides(subject)) {
      throw new IllegalArgumentException("not a subject");
    }
    if (!text.endsWith("\n") || Texts.hasControls(text.replace("\n", ""))) {
      throw new IllegalArgumentException("not the text of a mail");
    }
  }

  /** Neither address nor text: it may end up in a log. */
  @Override
  public String toString() {
    return "Mail[" + id + ", " + subject + "]";
  }
}
