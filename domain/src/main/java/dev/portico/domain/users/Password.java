package dev.portico.domain.users;

import dev.portico.domain.shared.Parsed;
import dev.portico.domain.shared.Texts;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * A password as someone typed it, in Unicode normalization form C (NIST SP 800-63B-4, 3.1.1.2), so
 * that one keyboard's "é" is another's: 1 to {@value #MAX_LENGTH} code points and at most {@value
 * #MAX_BYTES} bytes. Blanks count, wherever they stand. The bounds keep a hash from being fed a
 * novel; whether it may become somebody's password is {@link PasswordRule}'s to say.
 */
public final class Password {

  public static final int MAX_LENGTH = 256;
  public static final int MAX_BYTES = 1024;

  private final String text;

  private Password(String text) {
    this.text = text;
  }

  public static Parsed<Password> parse(String text) {
    // Normalizing is quadratic in the worst case, so the bound comes before it.
    if (text.isEmpty() || text.length() > MAX_BYTES || Texts.length(text) > MAX_LENGTH) {
      return Parsed.refused("must be 1 to " + MAX_LENGTH + " characters");
    }
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    if (Texts.length(normal) > MAX_LENGTH
        || normal.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      return Parsed.refused("must be at most " + MAX_BYTES + " bytes");
    }
    return Parsed.accepted(new Password(normal));
  }

  /** The password itself, for the one who hashes it. */
  public String reveal() {
    return text;
  }

  /** Its length in code points. */
  public int length() {
    return Texts.length(text);
  }

  /** Never the password: it may end up in a log. */
  @Override
  public String toString() {
    return "Password[hidden]";
  }
}
