package dev.portico.persistence.users;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A PBKDF2 hash (RFC 8018, 5.2) of another system, in the spelling of
 *
 * <ul>
 *   <li>passlib: {@code $pbkdf2-sha256$29000$salt$tag}, also {@code $pbkdf2$} for SHA-1
 *   <li>Django: {@code pbkdf2_sha256$260000$salt$tag}, the salt being text
 *   <li>Werkzeug: {@code pbkdf2:sha256:1000000$salt$tag}, the salt being text, the tag hexadecimal
 * </ul>
 */
@SuppressWarnings("ArrayRecordComponent") // Compared in constant time only, never by equals.
record Pbkdf2Hash(Digest digest, int iterations, byte[] salt, byte[] tag) implements KeptHash {

  private static final Pattern PASSLIB =
      Pattern.compile(
          "\\$pbkdf2(?:-(?<digest>sha256|sha512))?\\$(?<iterations>[1-9][0-9]{0,8})"
              + "\\$(?<salt>[A-Za-z0-9./+]{1,172})\\$(?<tag>[A-Za-z0-9./+]{1,88}={0,2})");
  private static final Pattern DJANGO =
      Pattern.compile(
          "pbkdf2_(?<digest>sha1|sha256)\\$(?<iterations>[1-9][0-9]{0,8})"
              + "\\$(?<salt>[^$]{1,128})\\$(?<tag>[A-Za-z0-9+/]{1,88}={0,2})");
  private static final Pattern WERKZEUG =
      Pattern.compile(
          "pbkdf2:(?<digest>sha1|sha256|sha512):(?<iterations>[1-9][0-9]{0,8})"
              + "\\$(?<salt>[^$]{1,128})\\$(?<tag>[0-9a-f]{32,128})");
  private static final int LEAST_TAG_BYTES = 16;
  private static final int MOST_TAG_BYTES = 64;

  /** The hash function below, how much of the tag it makes at a time, and how long that takes. */
  enum Digest {
    SHA1(20, 0.27),
    SHA256(32, 0.28),
    SHA512(64, 1.0);

    private final int bytes;
    private final double workPerIteration;

    Digest(int bytes, double workPerIteration) {
      this.bytes = bytes;
      this.workPerIteration = workPerIteration;
    }

    static Digest named(Optional<String> name) {
      return name.map(text -> valueOf(text.toUpperCase(Locale.ROOT))).orElse(SHA1);
    }
  }

  static Optional<Pbkdf2Hash> parse(String encoded) {
    var passlib = PASSLIB.matcher(encoded);
    if (passlib.matches()) {
      return of(
          passlib,
          KeptHashes.base64(passlib.group("salt")),
          KeptHashes.base64(passlib.group("tag")));
    }
    var django = DJANGO.matcher(encoded);
    if (django.matches()) {
      return of(django, text(django.group("salt")), KeptHashes.base64(django.group("tag")));
    }
    var werkzeug = WERKZEUG.matcher(encoded);
    return werkzeug.matches()
        ? of(werkzeug, text(werkzeug.group("salt")), HexFormat.of().parseHex(werkzeug.group("tag")))
        : Optional.empty();
  }

  private static Optional<Pbkdf2Hash> of(Matcher form, byte[] salt, byte[] tag) {
    var digest = Digest.named(Optional.ofNullable(form.group("digest")));
    return Optional.of(new Pbkdf2Hash(digest, KeptHashes.number(form, "iterations"), salt, tag))
        .filter(hash -> tag.length >= LEAST_TAG_BYTES && tag.length <= MOST_TAG_BYTES);
  }

  private static byte[] text(String salt) {
    return salt.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean isOf(String password) {
    var spec = new PBEKeySpec(password.toCharArray(), salt, iterations, tag.length * 8);
    try {
      byte[] computed =
          SecretKeyFactory.getInstance("PBKDF2WithHmac" + digest).generateSecret(spec).getEncoded();
      return MessageDigest.isEqual(computed, tag) && !KeptHashes.hasZero(password);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      spec.clearPassword();
    }
  }

  @Override
  public long work() {
    long blocks = Math.ceilDiv(tag.length, digest.bytes);
    return (long) (blocks * iterations * digest.workPerIteration);
  }

  @Override
  public int memoryKib() {
    return 1;
  }
}
