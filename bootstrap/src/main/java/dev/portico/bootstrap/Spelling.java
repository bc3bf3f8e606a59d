package dev.portico.bootstrap;

/** Compares words as someone who mistypes. */
final class Spelling {

  private Spelling() {}

  /** Whether one letter added, dropped or changed makes one word the other. */
  static boolean isOneEditAway(String a, String b) {
    if (a.length() > b.length()) {
      return isOneEditAway(b, a);
    }
    if (b.length() - a.length() > 1 || a.equals(b)) {
      return false;
    }
    int same = 0;
    while (same < a.length() && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    int skipInA = a.length() == b.length() ? 1 : 0;
    return a.substring(Math.min(a.length(), same + skipInA)).equals(b.substring(same + 1));
  }
}
