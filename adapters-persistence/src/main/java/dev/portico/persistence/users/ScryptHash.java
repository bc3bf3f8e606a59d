package dev.portico.persistence.users;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.SCrypt;

/**
 * A scrypt hash (RFC 7914) of another system, in the spelling of
 *
 * <ul>
 *   <li>passlib: {@code $scrypt$ln=16,r=8,p=1$salt$tag}
 *   <li>Django: {@code scrypt$16384$salt$8$5$tag}, the salt being text
 *   <li>Werkzeug: {@code scrypt:32768:8:1$salt$tag}, the salt being text, the tag hexadecimal
 * </ul>
 *
 * @param n how often it mixes, a power of two
 * @param r its block, in 128 bytes
 * @param p how many times it does so
 */
@SuppressWarnings("ArrayRecordComponent") // Compared in constant time only, never by equals.
record ScryptHash(long n, int r, int p, byte[] salt, byte[] tag) implements KeptHash {

  private static final Pattern PASSLIB =
      Pattern.compile(
          "\\$scrypt\\$ln=(?<ln>[1-9][0-9]?),r=(?<r>[1-9][0-9]{0,2}),p=(?<p>[1-9][0-9]{0,2})"
              + "\\$(?<salt>[A-Za-z0-9./+]{1,172})\\$(?<tag>[A-Za-z0-9./+]{1,88})");
  private static final Pattern DJANGO =
      Pattern.compile(
          "scrypt\\$(?<n>[1-9][0-9]{0,8})\\$(?<salt>[^$]{1,128})\\$(?<r>[1-9][0-9]{0,2})"
              + "\\$(?<p>[1-9][0-9]{0,2})\\$(?<tag>[A-Za-z0-9+/]{1,88}={0,2})");
  private static final Pattern WERKZEUG =
      Pattern.compile(
          "scrypt:(?<n>[1-9][0-9]{0,8}):(?<r>[1-9][0-9]{0,2}):(?<p>[1-9][0-9]{0,2})"
              + "\\$(?<salt>[^$]{1,128})\\$(?<tag>[0-9a-f]{32,128})");
  private static final int MOST_LOG_N = 20;
  private static final int MOST_R = 32;
  private static final int MOST_P = 16;
  private static final int LEAST_TAG_BYTES = 16;
  private static final int MOST_TAG_BYTES = 64;
  private static final double WORK_PER_BLOCK = 0.43;

  static Optional<ScryptHash> parse(String encoded) {
    return read(encoded).filter(ScryptHash::isSane);
  }

  private static Optional<ScryptHash> read(String encoded) {
    var passlib = PASSLIB.matcher(encoded);
    if (passlib.matches()) {
      return Optional.of(
          new ScryptHash(
              1L << Math.min(KeptHashes.number(passlib, "ln"), MOST_LOG_N + 1),
              KeptHashes.number(passlib, "r"),
              KeptHashes.number(passlib, "p"),
              KeptHashes.base64(passlib.group("salt")),
              KeptHashes.base64(passlib.group("tag"))));
    }
    var django = DJANGO.matcher(encoded);
    if (django.matches()) {
      return Optional.of(withTextSalt(django, KeptHashes.base64(django.group("tag"))));
    }
    var werkzeug = WERKZEUG.matcher(encoded);
    return werkzeug.matches()
        ? Optional.of(withTextSalt(werkzeug, HexFormat.of().parseHex(werkzeug.group("tag"))))
        : Optional.empty();
  }

  private static ScryptHash withTextSalt(Matcher form, byte[] tag) {
    return new ScryptHash(
        KeptHashes.number(form, "n"),
        KeptHashes.number(form, "r"),
        KeptHashes.number(form, "p"),
        form.group("salt").getBytes(StandardCharsets.UTF_8),
        tag);
  }

  private boolean isSane() {
    return n >= 2
        && n <= 1L << MOST_LOG_N
        && Long.bitCount(n) == 1
        // RFC 7914, 2: N is less than 2^(128 * r / 8).
        && (r > 1 || n < 1L << 16)
        && r <= MOST_R
        && p <= MOST_P
        && tag.length >= LEAST_TAG_BYTES
        && tag.length <= MOST_TAG_BYTES;
  }

  @Override
  public boolean isOf(String password) {
    byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
    byte[] computed = SCrypt.generate(bytes, salt, (int) n, r, p, tag.length);
    Arrays.fill(bytes, (byte) 0);
    return MessageDigest.isEqual(computed, tag) && !KeptHashes.hasZero(password);
  }

  @Override
  public long work() {
    return (long) (n * r * p * WORK_PER_BLOCK);
  }

  /** Its N blocks, and what it works on. */
  @Override
  public int memoryKib() {
    return (int) Math.ceilDiv(128L * r * (n + p + 1), 1024);
  }
}
