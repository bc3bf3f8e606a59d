package dev.portico.persistence.users;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * One Argon2 hash (RFC 9106) and its spelling in the PHC string format: {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$tag}, salt and tag in Base64 without padding. A hash without
 * {@code v} is of the version before the RFC's, as is {@code v=16}.
 */
@SuppressWarnings("ArrayRecordComponent") // Compared in constant time only, never by equals.
record Argon2Hash(Form form, Cost cost, byte[] salt, byte[] tag) implements KeptHash {

  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2(?<kind>id|i|d)(?:\\$v=(?<version>16|19))?"
              + "\\$m=(?<memory>[0-9]{1,9}),t=(?<passes>[0-9]{1,9}),p=(?<lanes>[0-9]{1,9})"
              + "\\$(?<salt>[A-Za-z0-9+/]{1,128})\\$(?<tag>[A-Za-z0-9+/]{1,128})");
  private static final int MOST_MEMORY_KIB = 131_072;
  private static final int MOST_PASSES = 10;
  private static final int MOST_LANES = 16;

  /**
   * What finished hashes have held, wiped, for the next ones: memory of two of ours, in blocks of a
   * KiB. It would be garbage otherwise, 19 MiB a sign-in, which a small heap is busy to collect.
   */
  private static final BlockPool MEMORY =
      new FixedBlockPool(2 * Argon2PasswordHasher.COST.memoryKib());

  /** RFC 9106, 3.1. */
  private static final int LEAST_MEMORY_KIB_PER_LANE = 8;

  /**
   * Which Argon2 it is.
   *
   * @param kind {@code id}, {@code i} or {@code d}
   * @param version 16 or 19, which is the RFC's
   */
  record Form(String kind, int version) {

    static final Form PRESENT = new Form("id", Argon2Parameters.ARGON2_VERSION_13);

    private int type() {
      return switch (kind) {
        case "id" -> Argon2Parameters.ARGON2_id;
        case "i" -> Argon2Parameters.ARGON2_i;
        default -> Argon2Parameters.ARGON2_d;
      };
    }
  }

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

    long work() {
      return (long) memoryKib * passes;
    }

    /** What is left of it when some of the work is done already; empty if too little is. */
    Optional<Cost> less(long done) {
      long left = (work() - done) / passes;
      return left < (long) LEAST_MEMORY_KIB_PER_LANE * lanes
          ? Optional.empty()
          : Optional.of(new Cost((int) left, passes, lanes));
    }
  }

  /**
   * Reads a kept hash; empty if it is of another kind, damaged, or would cost too much.
   *
   * @throws IllegalArgumentException if salt or tag is no Base64
   */
  static Optional<Argon2Hash> parse(String encoded) {
    var phc = PHC.matcher(encoded);
    if (!phc.matches()) {
      return Optional.empty();
    }
    var cost =
        new Cost(
            KeptHashes.number(phc, "memory"),
            KeptHashes.number(phc, "passes"),
            KeptHashes.number(phc, "lanes"));
    int version = phc.group("version") == null ? 16 : KeptHashes.number(phc, "version");
    var decoder = Base64.getDecoder();
    var hash =
        new Argon2Hash(
            new Form(phc.group("kind"), version),
            cost,
            decoder.decode(phc.group("salt")),
            decoder.decode(phc.group("tag")));
    return Optional.of(hash).filter(Argon2Hash::isBearable);
  }

  private boolean isBearable() {
    return cost.isBearable()
        && salt.length >= 8
        && salt.length <= 64
        && tag.length >= 16
        && tag.length <= 64;
  }

  /** A hash of the present form. */
  static Argon2Hash of(String password, byte[] salt, Cost cost, int tagBytes) {
    return new Argon2Hash(
        Form.PRESENT, cost, salt, compute(Form.PRESENT, password, salt, cost, tagBytes));
  }

  /** Computes the tag over every byte of the password, however long it is. */
  private static byte[] compute(Form form, String password, byte[] salt, Cost cost, int tagBytes) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(form.type())
            .withVersion(form.version())
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.passes())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .withBlockPool(MEMORY)
            .build());
    byte[] tag = new byte[tagBytes];
    byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
    generator.generateBytes(bytes, tag);
    Arrays.fill(bytes, (byte) 0);
    return tag;
  }

  @Override
  public boolean isOf(String password) {
    return MessageDigest.isEqual(compute(form, password, salt, cost, tag.length), tag);
  }

  @Override
  public long work() {
    return cost.work();
  }

  @Override
  public int memoryKib() {
    return cost.memoryKib();
  }

  String encoded() {
    var base64 = Base64.getEncoder().withoutPadding();
    return "$argon2%s$v=%d$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            form.kind(),
            form.version(),
            cost.memoryKib(),
            cost.passes(),
            cost.lanes(),
            base64.encodeToString(salt),
            base64.encodeToString(tag));
  }
}
