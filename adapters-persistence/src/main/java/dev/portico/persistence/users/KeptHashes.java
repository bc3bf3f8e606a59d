package dev.portico.persistence.users;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads every kind of password hash there is a reader for.
 *
 * <p>Whoever can write a row chooses what is computed for it, so each kind has bounds: about a
 * second of one processor, and memory that the heap has room for beside the service itself.
 */
final class KeptHashes {

  /** Longer than any that is read; the patterns behind need not be careful then. */
  private static final int MOST_CHARACTERS = 512;

  /** Argon2 as Django has it takes 100 MiB. */
  private static final int MOST_MEMORY_KIB = 131_072;

  /** What the service needs of the heap beside the one hash, another of our own included. */
  private static final int SERVICE_KIB = 81_920;

  /** About a second; see {@link KeptHash#work}. */
  private static final long MOST_WORK = 1_300_000;

  /** Django writes a name of its own before hashes that have a form already. */
  private static final Pattern DJANGO_PREFIX =
      Pattern.compile("^(?:argon2(?=\\$argon2)|bcrypt\\$(?=\\$2))");

  private KeptHashes() {}

  /** Reads a kept hash; empty if it is of an unknown kind, damaged, or would cost too much. */
  static Optional<KeptHash> parse(String encoded) {
    if (encoded.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    String bare = DJANGO_PREFIX.matcher(encoded).replaceFirst("");
    try {
      return Stream.of(
              Argon2Hash.parse(bare),
              BcryptHash.parse(bare),
              Pbkdf2Hash.parse(bare),
              ScryptHash.parse(bare))
          .<KeptHash>flatMap(Optional::stream)
          .filter(hash -> hash.memoryKib() <= mostMemoryKib() && hash.work() <= MOST_WORK)
          .findFirst();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static int mostMemoryKib() {
    long room = Runtime.getRuntime().maxMemory() / 1024 - SERVICE_KIB;
    return Math.clamp(room, 0, MOST_MEMORY_KIB);
  }

  /** Base64 with or without padding, also with passlib's dot for the plus sign. */
  static byte[] base64(String text) {
    return Base64.getDecoder().decode(text.replace('.', '+'));
  }

  /** A group of digits, at most nine of them. */
  static int number(Matcher match, String group) {
    return Integer.parseInt(match.group(group));
  }

  /**
   * Whether a zero stands in the password. HMAC and bcrypt fill up with zeros, so that a password
   * and the same with zeros behind it come out alike; no other system lets one be typed.
   */
  static boolean hasZero(String password) {
    return password.indexOf('\0') >= 0;
  }
}
