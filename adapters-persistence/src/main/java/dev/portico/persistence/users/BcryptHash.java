package dev.portico.persistence.users;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.BCrypt;

/**
 * A bcrypt hash of another system: {@code $2b$12$} and 53 characters, also {@code $2a$} and {@code
 * $2y$}; with Django's {@code bcrypt_sha256$} before it, of the password's SHA-256 in hexadecimal.
 *
 * <p>bcrypt looks at 72 bytes and no further, so one password and any other that begins with its 72
 * bytes come out alike. Here a longer one never matches: whoever has one and comes from a system
 * that cut it off has to have it reset.
 *
 * @param logRounds the binary logarithm of the rounds
 * @param sha256 whether the password is digested first
 */
@SuppressWarnings("ArrayRecordComponent") // Compared in constant time only, never by equals.
record BcryptHash(int logRounds, byte[] salt, byte[] tag, boolean sha256) implements KeptHash {

  private static final Pattern CRYPT =
      Pattern.compile(
          "(?<sha256>bcrypt_sha256\\$)?\\$2[aby]\\$(?<rounds>[0-9]{2})"
              + "\\$(?<salt>[./A-Za-z0-9]{22})(?<tag>[./A-Za-z0-9]{31})");
  private static final String ALPHABET =
      "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final int MOST_BYTES = 72;
  private static final int LEAST_LOG_ROUNDS = 4;
  private static final int MOST_LOG_ROUNDS = 14;
  private static final long WORK_PER_ROUND = 72;

  static Optional<BcryptHash> parse(String encoded) {
    var crypt = CRYPT.matcher(encoded);
    if (!crypt.matches()) {
      return Optional.empty();
    }
    var hash =
        new BcryptHash(
            KeptHashes.number(crypt, "rounds"),
            decoded(crypt.group("salt")),
            decoded(crypt.group("tag")),
            crypt.group("sha256") != null);
    return Optional.of(hash)
        .filter(it -> it.logRounds >= LEAST_LOG_ROUNDS && it.logRounds <= MOST_LOG_ROUNDS);
  }

  /** Its alphabet has another order than Base64's. */
  private static byte[] decoded(String text) {
    var base64 = new StringBuilder(text.length());
    text.chars().forEach(letter -> base64.append(BASE64.charAt(ALPHABET.indexOf(letter))));
    return Base64.getDecoder().decode(base64.toString());
  }

  @Override
  public boolean isOf(String password) {
    byte[] bytes = sha256 ? digest(password) : password.getBytes(StandardCharsets.UTF_8);
    byte[] key = Arrays.copyOf(bytes, Math.min(bytes.length, MOST_BYTES));
    // A zero ends it, as it does in the original.
    byte[] computed = Arrays.copyOf(BCrypt.generate(key, salt, logRounds, true), tag.length);
    Arrays.fill(key, (byte) 0);
    boolean whole = bytes.length <= MOST_BYTES && !KeptHashes.hasZero(password);
    Arrays.fill(bytes, (byte) 0);
    return MessageDigest.isEqual(computed, tag) && whole;
  }

  private static byte[] digest(String password) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public long work() {
    return WORK_PER_ROUND << logRounds;
  }

  @Override
  public int memoryKib() {
    return 4;
  }
}
