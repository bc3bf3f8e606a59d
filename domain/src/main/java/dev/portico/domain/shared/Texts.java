package dev.portico.domain.shared;

/** What a piece of text is made of, by Unicode's own tables. */
public final class Texts {

  private Texts() {}

  /** Its length in code points, which is what people count as characters. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Whether it holds a control, a line or paragraph separator, or an unpaired surrogate. */
  public static boolean hasControls(String text) {
    return text.codePoints()
        .anyMatch(c ->
            switch (Character.getType(c)) {
              case Character.CONTROL,
                  Character.LINE_SEPARATOR,
                  Character.PARAGRAPH_SEPARATOR,
                  Character.SURROGATE ->
                  true;
              default -> false;
            });
  }

  /**
   * Whether it holds a character that reorders what stands beside it (Unicode Technical Report 36,
   * section 2.9): embeddings, overrides and isolates.
   */
  public static boolean hasBidiOverrides(String text) {
    return text.codePoints()
        .anyMatch(c -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069));
  }

  /**
   * Reads a line that people are called or things are named by: 1 to {@code maxLength} code points,
   * not blank, no controls and nothing that reorders the text around it.
   */
  public static Parsed<String> parseLine(String text, int maxLength) {
    if (text.isBlank() || text.length() > 2 * maxLength || length(text) > maxLength) {
      return Parsed.refused("must be 1 to " + maxLength + " characters and not blank");
    }
    if (hasControls(text) || hasBidiOverrides(text)) {
      return Parsed.refused("must not hold control characters or change the direction of text");
    }
    return Parsed.accepted(text);
  }
}
