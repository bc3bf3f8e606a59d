package dev.portico.domain.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.portico.domain.shared.Parsed;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What somebody is sent by mail, and shows once to prove that they read it (OWASP ASVS 5.0 V6.4).
 *
 * <p>On the wire it is {@value #PREFIX}, by which leaked ones are found, and Base64url of {@value
 * #SECRET_BYTES} bytes that nobody can guess.
 */
public final class OneTimeCode {

  /** 256 bits; what is asked for is 128. */
  public static final int SECRET_BYTES = 32;

  /** How long a code is good for, if it is neither used nor replaced before. */
  public static final Duration LIFETIME = Duration.ofMinutes(60);

  private static final String PREFIX = "pc_";
  private static final Pattern FORM = Pattern.compile("pc_[A-Za-z0-9_-]{43}");
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final byte[] secret;

  /**
   * A code.
   *
   * @param secret random, {@value #SECRET_BYTES} bytes
   */
  public OneTimeCode(byte[] secret) {
    if (secret.length != SECRET_BYTES) {
      throw new IllegalArgumentException("a code has " + SECRET_BYTES + " bytes");
    }
    this.secret = secret.clone();
  }

  /** Reads one; what it is good for, if anything, only its store knows. */
  public static Parsed<OneTimeCode> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Parsed.refused("is not a code");
    }
    var code = new OneTimeCode(Base64.getUrlDecoder().decode(text.substring(PREFIX.length())));
    // The last character has bits to spare: two texts must not be one code.
    return code.reveal().equals(text) ? Parsed.accepted(code) : Parsed.refused("is not a code");
  }

  /** The code itself, for whom it is sent to. */
  public String reveal() {
    return PREFIX + ENCODER.encodeToString(secret);
  }

  /**
   * What is kept of it, in hexadecimal digits: another for each purpose, so that a code shown for
   * the wrong one is not even found.
   */
  public String digest(CodePurpose purpose) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(purpose.name().getBytes(US_ASCII));
      digest.update((byte) 0);
      return HexFormat.of().formatHex(digest.digest(secret));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK knows SHA-256", impossible);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OneTimeCode that && MessageDigest.isEqual(secret, that.secret);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(secret);
  }

  /** Never the code: it may end up in a log. */
  @Override
  public String toString() {
    return "OneTimeCode[hidden]";
  }
}
