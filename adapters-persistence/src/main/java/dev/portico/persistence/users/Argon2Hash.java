package dev.portico.persistence.users;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * One Argon2id hash (RFC 9106) and its spelling in the PHC string format: {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$tag}, salt and tag in Base64 without padding.
 */
@SuppressWarnings("ArrayRecordComponent") // Compared in constant time only, never by equals.
record Argon2Hash(Cost cost, byte[] salt, byte[] tag) {

  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([0-9]{1,9}),t=([0-9]{1,9}),p=([0-9]{1,9})"
              + "\\$([A-Za-z0-9+/]{1,128})\\$([A-Za-z0-9+/]{1,128})");
  private static final int MOST_MEMORY_KIB = 65_536;
  private static final int MOST_PASSES = 10;
  private static final int MOST_LANES = 4;

  /** RFC 9106, 3.1. */
  private static final int LEAST_MEMORY_KIB_PER_LANE = 8;

  /**
   * What computing it takes.
   *
   * @param memoryKib held while it lasts
   * @param passes over that memory
   */
  record Cost(int memoryKib, int passes, int lanes) {

    boolean isBearable() {
      return passes >= 1
          && passes <= MOST_PASSES
          && lanes >= 1
          && lanes <= MOST_LANES
          && memoryKib >= LEAST_MEMORY_KIB_PER_LANE * lanes
          && memoryKib <= MOST_MEMORY_KIB;
    }
  }

  /** Reads a kept hash; empty if it is of another kind, damaged, or would cost too much. */
  static Optional<Argon2Hash> parse(String encoded) {
    var phc = PHC.matcher(encoded);
    if (!phc.matches()) {
      return Optional.empty();
    }
    try {
      var cost =
          new Cost(
              Integer.parseInt(phc.group(1)),
              Integer.parseInt(phc.group(2)),
              Integer.parseInt(phc.group(3)));
      var decoder = Base64.getDecoder();
      var hash = new Argon2Hash(cost, decoder.decode(phc.group(4)), decoder.decode(phc.group(5)));
      return Optional.of(hash).filter(Argon2Hash::isBearable);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private boolean isBearable() {
    return cost.isBearable()
        && salt.length >= 8
        && salt.length <= 64
        && tag.length >= 16
        && tag.length <= 64;
  }

  /** Computes the tag over every byte of the password, however long it is. */
  static byte[] compute(String password, byte[] salt, Cost cost, int tagBytes) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.passes())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .build());
    byte[] tag = new byte[tagBytes];
    byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
    generator.generateBytes(bytes, tag);
    Arrays.fill(bytes, (byte) 0);
    return tag;
  }

  String encoded() {
    var base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            cost.memoryKib(),
            cost.passes(),
            cost.lanes(),
            base64.encodeToString(salt),
            base64.encodeToString(tag));
  }
}
