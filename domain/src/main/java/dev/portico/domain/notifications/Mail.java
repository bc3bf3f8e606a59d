package dev.portico.domain.notifications;

import dev.portico.domain.shared.Parsed;
import dev.portico.domain.shared.Texts;
import dev.portico.domain.users.EmailAddress;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail to one person: plain text, and the same for those who would rather read HTML.
 *
 * <p>Neither address nor subject can carry a header of its own: both are free of controls, and the
 * address is what {@link EmailAddress#parse} accepts.
 *
 * @param id names the mail for ever: sent again it is recognisable as the same
 * @param subject 1 to 200 code points, no controls
 * @param text lines, each ended by a line feed; no other controls; at most {@value #MAX_TEXT}
 *     characters
 * @param html a whole document that asks for nothing from elsewhere, in lines as {@code text}
 */
public record Mail(UUID id, EmailAddress to, String subject, String text, Optional<String> html) {

  public static final int MAX_TEXT = 64 << 10;

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
    if (!isLines(text) || !html.map(Mail::isLines).orElse(true)) {
      throw new IllegalArgumentException("not the text of a mail");
    }
  }

  /** A mail in plain text alone. */
  public Mail(UUID id, EmailAddress to, String subject, String text) {
    this(id, to, subject, text, Optional.empty());
  }

  private static boolean isLines(String text) {
    return text.length() <= MAX_TEXT
        && text.endsWith("\n")
        && !Texts.hasControls(text.replace("\n", ""));
  }

  /** Neither address nor text: it may end up in a log. */
  @Override
  public String toString() {
    return "Mail[" + id + ", " + subject + "]";
  }
}
