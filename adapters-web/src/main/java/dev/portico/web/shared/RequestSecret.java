package dev.portico.web.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes message authentication codes (HMAC-SHA-256, RFC 2104) for what we hand out and get back.
 */
public final class RequestSecret {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * A secret of at least 32 bytes, the same on every node; cursors and fingerprints made with
   * another are worth nothing.
   */
  public RequestSecret(byte[] secret) {
    key = new SecretKeySpec(secret, ALGORITHM);
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
