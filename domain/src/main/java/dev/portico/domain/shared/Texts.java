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
}
