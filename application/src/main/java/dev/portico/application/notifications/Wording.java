package dev.portico.application.notifications;

import java.util.Optional;

/**
 * The words of a letter, before they are plain text or HTML. All of them are ours: what strangers
 * have chosen stands in the greeting alone.
 *
 * @param before paragraphs with an empty line between them
 * @param after more of them, behind the button
 */
record Wording(String subject, String before, Optional<Button> button, String after) {

  /** Something to be done, said in a few words, and where it is done. */
  record Button(String label, MailLink link) {}

  static Wording of(String subject, String before) {
    return new Wording(subject, before, Optional.empty(), "");
  }

  Wording button(String label, MailLink link) {
    return new Wording(subject, before, Optional.of(new Button(label, link)), after);
  }

  Wording then(String text) {
    return new Wording(subject, before, button, text);
  }
}
