package dev.portico.persistence.shared;

import dev.portico.application.shared.IdempotencyKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** What a key is kept under: SHA-256 over its three parts, each behind its length. */
final class KeyDigest {

  private KeyDigest() {}

  static byte[] of(IdempotencyKey key) {
    var digest = sha256();
    for (String part : List.of(key.caller(), key.operation(), key.key())) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      // Without it, "a" + "bc" would be "ab" + "c".
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
      digest.update(bytes);
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK knows SHA-256", impossible);
    }
  }
}
