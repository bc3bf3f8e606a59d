package dev.portico.bootstrap.architecture;

import java.util.Locale;

/** How the parts of a name are spelled. */
final class Words {

  private Words() {}

  static String lowerCase(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** The word with a capital: {@code Users} for {@code users}. */
  static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
