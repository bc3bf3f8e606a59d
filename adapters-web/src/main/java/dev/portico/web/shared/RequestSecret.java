package dev.portico.web.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes message authentication codes (HMAC-SHA-256, RFC 2104) for what we hand out and get back.
 */
public final class RequestSecret {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final List<RequestSecret> others;

  /**
   * A secret of at least 32 bytes, the same on every node; cursors and fingerprints made with
   * another are worth nothing.
   */
  public RequestSecret(byte[] secret) {
    this(secret, List.of());
  }

  /**
   * The same, which also knows again what was made with others.
   *
   * @param others nothing is made with them
   */
  public RequestSecret(byte[] secret, List<byte[]> others) {
    this.others = others.stream().map(RequestSecret::new).toList();
    key = new SecretKeySpec(secret, ALGORITHM);
  }

  /** This one and the others, each by itself: what we get back may be made with any. */
  Stream<RequestSecret> each() {
    return Stream.concat(Stream.of(this), others.stream());
  }

  /** The 32-byte code of the data for one purpose; codes for different purposes never match. */
  byte[] mac(String purpose, byte[] data) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(data);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
