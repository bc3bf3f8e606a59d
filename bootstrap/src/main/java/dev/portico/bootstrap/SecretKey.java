package dev.portico.bootstrap;

import dev.portico.domain.shared.Parsed;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The one secret that an installation is given. Every key that is needed is derived from it for
 * that use alone (HKDF, RFC 5869), so that none betrays another.
 */
final class SecretKey {

  private static final int MIN_BYTES = 32;
  private static final int MIN_DISTINCT = 10;
  private static final int DERIVED_BYTES = 32;

  /** Beginnings of values that stand in tutorials. */
  private static final Set<String> SAMPLES =
      Set.of("changeme", "change-me", "secret", "your-", "mysecret", "insecure", "example", "test");

  private static final Pattern WORDS =
      Pattern.compile("((\\p{Lu}?\\p{Ll}{2,}+|\\p{L}\\b)[ _.,'-]*+)+");

  private final byte[] bytes;

  private SecretKey(String text) {
    bytes = text.getBytes(StandardCharsets.UTF_8);
  }

  /** Takes a text that is long and looks random; says what is wrong with any other. */
  static Parsed<SecretKey> parse(String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length < MIN_BYTES) {
      return refused("must have at least " + MIN_BYTES + " bytes");
    }
    var lower = text.toLowerCase(Locale.ROOT);
    if (SAMPLES.stream().anyMatch(lower::startsWith)) {
      return refused("is a sample value");
    }
    if (text.codePoints().distinct().count() < MIN_DISTINCT || isRepetition(text)) {
      return refused("repeats itself too much");
    }
    return isSequence(text) || isWords(text)
        ? refused("is made of words or sequences")
        : Parsed.accepted(new SecretKey(text));
  }

  private static Parsed<SecretKey> refused(String reason) {
    return Parsed.refused(reason + "; set it to what `openssl rand -base64 48` prints");
  }

  private static boolean isRepetition(String text) {
    // A text made of copies of a part occurs inside its own double before its end.
    return (text + text).indexOf(text, 1) < text.length()
        || text.startsWith(text.substring(text.length() / 2));
  }

  /** Whether most characters follow the one before, as in abcdef or 987654. */
  private static boolean isSequence(String text) {
    int steps = 0;
    for (int i = 1; i < text.length(); i++) {
      if (Math.abs(text.charAt(i) - text.charAt(i - 1)) <= 1) {
        steps++;
      }
    }
    return 2 * steps > text.length();
  }

  /** Whether it reads as words, but for what stands at its ends; generators mix case and digits. */
  private static boolean isWords(String text) {
    var core = text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    if (core.equals(core.toUpperCase(Locale.ROOT))) {
      core = core.toLowerCase(Locale.ROOT);
    }
    return 2 * core.length() >= text.length() && WORDS.matcher(core).matches();
  }

  /** A text that {@link #parse} takes, of 256 random bits. */
  static String generate() {
    var random = new byte[DERIVED_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** The 32-byte key for one use. */
  byte[] derive(String use) {
    try {
      var parameters =
          HKDFParameterSpec.ofExtract()
              .addIKM(bytes)
              .thenExpand(("portico " + use).getBytes(StandardCharsets.UTF_8), DERIVED_BYTES);
      return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Never the secret: it may end up in a log. */
  @Override
  public String toString() {
    return "SecretKey[hidden]";
  }
}
