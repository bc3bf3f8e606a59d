package dev.portico.web.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What services show to be told about tokens; kept as a digest. */
final class ServiceSecret {

  private final byte[] digest;

  ServiceSecret(String secret) {
    digest = digest(secret);
  }

  /** Takes as long whatever is shown. */
  boolean is(String shown) {
    return MessageDigest.isEqual(digest, digest(shown));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
