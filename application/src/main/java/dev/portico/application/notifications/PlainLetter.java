package dev.portico.application.notifications;

/** A letter in plain text. */
final class PlainLetter {

  private PlainLetter() {}

  static String of(String greeting, Wording wording) {
    return greeting
        + "\n\n"
        + wording.before()
        + wording.button().map(PlainLetter::link).orElse("")
        + (wording.after().isEmpty() ? "" : "\n" + wording.after());
  }

  private static String link(Wording.Button button) {
    return "\n" + button.label() + ":\n\n" + button.link().url() + "\n";
  }
}
