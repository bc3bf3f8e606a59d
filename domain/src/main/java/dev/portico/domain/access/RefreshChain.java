package dev.portico.domain.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a session keeps of its refresh tokens, each of which is good for one exchange (RFC 9700,
 * 4.14.2). No token can be made of it: it holds the digest of the present one only.
 *
 * @param tagKey marks tokens as the session's own, so that a spent one is told from a made-up one;
 *     random, {@value RefreshToken#SECRET_BYTES} bytes, in hexadecimal digits as are all bytes here
 * @param number how many tokens went before the present one
 * @param digest of the present token
 * @param turn how the present token came; empty for the first
 */
public record RefreshChain(String tagKey, int number, String digest, Optional<Turn> turn) {

  /** How long a token that was exchanged still gets the same answer: for a second tab. */
  public static final Duration GRACE = Duration.ofSeconds(10);

  private static final HexFormat HEX = HexFormat.of();

  /**
   * The last exchange.
   *
   * @param parentDigest of the token that was exchanged
   * @param wrapped the present token's secret, which only the bearer of the parent can unwrap
   */
  public record Turn(String parentDigest, String wrapped, Instant at) {}

  /** A chain and its present token. */
  record Link(RefreshChain chain, RefreshToken token) {}

  /** What a token shown turns out to be. */
  enum Verdict {
    /** The one to exchange. */
    PRESENT,
    /** The one that the last exchange, just now, took. */
    JUST_SPENT,
    /** One that was exchanged before. */
    SPENT,
    /** None of this chain. */
    FOREIGN
  }

  static Link begin(SessionId session, byte[] tagKey, byte[] secret) {
    var key = HEX.formatHex(tagKey);
    var first = token(session, key, 0, secret);
    return new Link(new RefreshChain(key, 0, digest(secret), Optional.empty()), first);
  }

  /** Whether no number is left for another token, after two thousand million of them. */
  boolean isUsedUp() {
    return number == Integer.MAX_VALUE;
  }

  Verdict judge(RefreshToken shown, Instant now) {
    if (shown.number() > number
        || !MessageDigest.isEqual(
            shown.tag(), tag(shown.session(), tagKey, shown.number(), shown.secret()))) {
      return Verdict.FOREIGN;
    }
    var shownDigest = digest(shown.secret());
    if (shown.number() == number) {
      // Of two exchanges at once both make a token of this number, and one of them is kept.
      return same(shownDigest, digest) ? Verdict.PRESENT : Verdict.FOREIGN;
    }
    boolean justSpent =
        shown.number() == number - 1
            && turn.filter(last -> same(shownDigest, last.parentDigest()))
                .filter(last -> now.isBefore(last.at().plus(GRACE)))
                .isPresent();
    return justSpent ? Verdict.JUST_SPENT : Verdict.SPENT;
  }

  /** Exchanges the present token. */
  Link next(RefreshToken present, byte[] secret, Instant now) {
    var turned = new Turn(digest, HEX.formatHex(masked(secret, present.secret())), now);
    return new Link(
        new RefreshChain(tagKey, number + 1, digest(secret), Optional.of(turned)),
        token(present.session(), tagKey, number + 1, secret));
  }

  /** The token that the parent was exchanged for. */
  RefreshToken successor(RefreshToken parent) {
    byte[] wrapped = HEX.parseHex(turn.orElseThrow().wrapped());
    return token(parent.session(), tagKey, number, masked(wrapped, parent.secret()));
  }

  private static RefreshToken token(SessionId session, String key, int number, byte[] secret) {
    return new RefreshToken(session, number, secret, tag(session, key, number, secret));
  }

  /** Its own undoing. The mask is used once: a token is exchanged once. */
  private static byte[] masked(byte[] text, byte[] parent) {
    byte[] mask = hmac(parent, "successor".getBytes(US_ASCII));
    byte[] masked = new byte[text.length];
    for (int i = 0; i < text.length; i++) {
      masked[i] = (byte) (text[i] ^ mask[i]);
    }
    return masked;
  }

  private static byte[] tag(SessionId session, String key, int number, byte[] secret) {
    var marked =
        ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES + secret.length)
            .putLong(session.value().getMostSignificantBits())
            .putLong(session.value().getLeastSignificantBits())
            .putInt(number)
            .put(secret);
    return Arrays.copyOf(hmac(HEX.parseHex(key), marked.array()), RefreshToken.TAG_BYTES);
  }

  private static boolean same(String left, String right) {
    return MessageDigest.isEqual(left.getBytes(US_ASCII), right.getBytes(US_ASCII));
  }

  private static String digest(byte[] secret) {
    try {
      return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(secret));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK knows SHA-256", impossible);
    }
  }

  private static byte[] hmac(byte[] key, byte[] text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK knows HMAC with SHA-256", impossible);
    }
  }

  /** Nothing of it: it may end up in a log. */
  @Override
  public String toString() {
    return "RefreshChain[" + number + "]";
  }
}
