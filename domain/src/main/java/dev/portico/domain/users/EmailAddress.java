package dev.portico.domain.users;

import dev.portico.domain.shared.Parsed;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One mailbox: the dot-atom form of RFC 5321 section 4.1.2, at most 254 characters, the domain in
 * its ASCII form (RFC 5891) and lower case. Quoted local parts, comments, display names and address
 * literals are refused: each has carried a header injection before.
 *
 * <p>The local part keeps its spelling, since only its mail server may interpret it; two addresses
 * that differ in case only are nevertheless the same account.
 */
public record EmailAddress(String text) {

  private static final int MAX_LENGTH = 254;
  private static final int MAX_LOCAL_LENGTH = 64;
  private static final Pattern LOCAL =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");
  private static final char IDEOGRAPHIC_STOP = '\u3002';
  private static final String REASON = "must be one e-mail address such as name@example.com";

  public static Parsed<EmailAddress> parse(String text) {
    // Before any work that grows with the input.
    if (text.length() > MAX_LENGTH) {
      return Parsed.refused("must be at most " + MAX_LENGTH + " characters");
    }
    int at = text.indexOf('@');
    if (at < 1 || at > MAX_LOCAL_LENGTH || !LOCAL.matcher(text.substring(0, at)).matches()) {
      return Parsed.refused(REASON);
    }
    String domain = asciiDomain(text.substring(at + 1));
    if (!DOMAIN.matcher(domain).matches() || at + 1 + domain.length() > MAX_LENGTH) {
      return Parsed.refused(REASON);
    }
    return Parsed.accepted(new EmailAddress(text.substring(0, at + 1) + domain));
  }

  /**
   * The domain's ASCII form; empty where it has none, or where the two editions of IDNA (RFC 3490,
   * RFC 5891) differ in it: a letter that one of them drops or replaces makes it another's domain.
   */
  private static String asciiDomain(String domain) {
    String lower =
        Normalizer.normalize(domain, Normalizer.Form.NFKC)
            .replace(IDEOGRAPHIC_STOP, '.')
            .toLowerCase(Locale.ROOT);
    try {
      String ascii = IDN.toASCII(lower, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      return ascii.equals(lower) || IDN.toUnicode(ascii).equals(lower) ? ascii : "";
    } catch (IllegalArgumentException notADomain) {
      return "";
    }
  }

  /** What stands before the {@code @}. */
  public String localPart() {
    return text.substring(0, text.indexOf('@'));
  }

  /**
   * Enough of it for its owner to know it again, and too little for others to write to: the first
   * character of either part, and the top-level domain.
   */
  public String masked() {
    int at = text.indexOf('@');
    return text.charAt(0)
        + "***@"
        + text.charAt(at + 1)
        + "***"
        + text.substring(text.lastIndexOf('.'));
  }

  /** What makes it unique: the address without case. */
  public String key() {
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return text;
  }
}
