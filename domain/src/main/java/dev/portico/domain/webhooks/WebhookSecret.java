package dev.portico.domain.webhooks;

import dev.portico.domain.shared.Parsed;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What only we and one receiver know, so that the receiver can tell our messages from others'
 * (Standard Webhooks 1.0, "Signature scheme").
 *
 * <p>On the wire it is {@value #PREFIX} and Base64 of {@value #LEAST_BYTES} to {@value #MOST_BYTES}
 * bytes that nobody can guess.
 */
public final class WebhookSecret {

  /** How many we make it of. */
  public static final int BYTES = 32;

  private static final int LEAST_BYTES = 24;
  private static final int MOST_BYTES = 64;
  private static final String PREFIX = "whsec_";

  private final byte[] secret;

  /**
   * A secret.
   *
   * @param secret random, copied
   */
  public WebhookSecret(byte[] secret) {
    if (secret.length < LEAST_BYTES || secret.length > MOST_BYTES) {
      throw new IllegalArgumentException("a secret has 24 to 64 bytes");
    }
    this.secret = secret.clone();
  }

  /** Reads what {@link #reveal} wrote. */
  public static Parsed<WebhookSecret> parse(String text) {
    try {
      if (text.startsWith(PREFIX)) {
        return Parsed.accepted(
            new WebhookSecret(Base64.getDecoder().decode(text.substring(PREFIX.length()))));
      }
    } catch (IllegalArgumentException broken) {
      // Refused below.
    }
    return Parsed.refused("is not a secret");
  }

  /** The secret itself, for its receiver. */
  public String reveal() {
    return PREFIX + Base64.getEncoder().encodeToString(secret);
  }

  /** What tells it from others and does not give it away: SHA-256 of it, in hex. */
  public String digest() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK knows SHA-256", impossible);
    }
  }

  /** The signature of a message at a time, as it is sent. */
  public String sign(String messageId, Instant at, String body) {
    var signed = messageId + "." + at.getEpochSecond() + "." + body;
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      var digest = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK knows HmacSHA256", impossible);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WebhookSecret that && MessageDigest.isEqual(secret, that.secret);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(secret);
  }

  /** Never the secret: it may end up in a log. */
  @Override
  public String toString() {
    return "WebhookSecret[hidden]";
  }
}
